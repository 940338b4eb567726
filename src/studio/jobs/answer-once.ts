import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#contract/problems.ts';
import { claimAnswer, getAnswer, keepAnswer, releaseAnswer, touchAnswer } from '#store/idempotency.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/** What a client calls a request, and what it asked. */
export interface OnceKey {
  /** Method and path, its parameters filled in. */
  readonly operation: string;
  readonly key: string;
  /** Hash of what was asked. */
  readonly fingerprint: string;
}

/** What came of a request: an answer with its status, or the job that makes it. */
export interface Kept {
  readonly status: number | null;
  readonly jobId: string | null;
  readonly answer: unknown;
}

const LOOK_EVERY_MS = 100;
const SIGN_OF_LIFE_MS = 3000;
const SILENT_AFTER_S = 20; // six signs missed: whoever ran it is gone

/**
 * Does something once for a key within 24 hours: the row is there before the work begins, so that a twin that comes at
 * the same moment waits for the first one's answer. What fails is not kept.
 *
 * @throws Problem `idempotency_mismatch` where the key was used for something else; `conflict` where the process that ran
 *   it died in the middle: it may have started what costs money, so nothing is done again by itself
 */
export async function answerOnce(
  world: Pick<World, 'database'>,
  actor: Actor,
  asked: OnceKey,
  signal: AbortSignal,
  work: () => Promise<Kept>,
): Promise<{ readonly kept: Kept; readonly isReplay: boolean }> {
  const db = world.database.kysely;
  const key = { userId: actor.userId, operation: asked.operation, key: asked.key };
  for (;;) {
    if (await claimAnswer(db, key, asked.fingerprint)) return { kept: await doAndKeep(), isReplay: false };
    const row = await getAnswer(db, key, SILENT_AFTER_S);
    if (row && row.fingerprint !== asked.fingerprint) throw new Problem('idempotency_mismatch');
    if (row && (row.status !== null || row.jobId !== null)) return { kept: row, isReplay: true };
    if (row?.isSilent)
      throw new Problem('conflict', {
        reason:
          'The first request with this Idempotency-Key was cut off, and may have started something: look at what is there, then take a new key',
      });
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }

  async function doAndKeep(): Promise<Kept> {
    const alive = setInterval(() => void touchAnswer(db, key).catch(() => {}), SIGN_OF_LIFE_MS);
    try {
      const kept = await work().catch(async (error: unknown) => {
        await releaseAnswer(db, key);
        throw error;
      });
      await keepAnswer(db, key, kept); // where this fails the key stays taken: nothing is made twice
      return kept;
    } finally {
      clearInterval(alive);
    }
  }
}
