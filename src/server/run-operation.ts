import type { FastifyRequest } from 'fastify';
import type { Operation } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { answerOnce, type Kept } from '#studio/jobs/answer-once.ts';
import { jobOf } from '#studio/jobs/job-of.ts';
import { waitForJob } from '#studio/jobs/wait-for-job.ts';
import type { World } from '#studio/world.ts';
import type { Call } from './call.ts';
import type { AnyHandler, AnyWaitingHandler } from './handlers/handler.ts';
import { onceKey } from './once-key.ts';
import type { ReadInput } from './read-input.ts';

const WAIT_MS = 15 * 60_000; // then 504, and the job goes on; docs/api.md promises it

/** A request that was read, and who asks. */
export interface Asked {
  readonly declaration: Operation;
  readonly handler: AnyHandler | AnyWaitingHandler;
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly call: Call;
  readonly read: ReadInput;
  /** The hash of the file that was sent. */
  readonly sha256: string | null;
  /** All of it in one object, as the handler takes it. */
  readonly input: object;
  readonly isClosing: () => boolean;
}

/** What came of it: an answer by the operation's declaration, or a job that the client will ask after. */
export type Ran =
  | { readonly kind: 'answered'; readonly answer: unknown; readonly isReplay: boolean }
  | { readonly kind: 'accepted'; readonly jobId: string; readonly isReplay: boolean };

/** Runs an operation's handler: at once, or waiting for its job; with an Idempotency-Key, once. */
export function runOperation(world: World, asked: Asked): Promise<Ran> {
  return asked.declaration.waits ? runWaiting(world, asked) : runAtOnce(world, asked);
}

async function runAtOnce(world: World, asked: Asked): Promise<Ran> {
  const { actor, input, call, declaration } = asked;
  const handler = asked.handler as AnyHandler;
  const key = declaration.idempotent ? onceKey(asked) : null;
  if (!key) return { kind: 'answered', answer: await handler(world, actor, input, call), isReplay: false };
  const { kept, isReplay } = await answerOnce(world, actor, key, call.signal, async () => {
    return { status: 200, jobId: null, answer: (await handler(world, actor, input, call)) ?? null };
  });
  return { kind: 'answered', answer: kept.answer, isReplay };
}

async function runWaiting(world: World, asked: Asked): Promise<Ran> {
  const { actor, input, call, request } = asked;
  const handler = asked.handler as AnyWaitingHandler;
  const start = async (): Promise<Kept> => {
    const { jobId } = await handler.start(world, actor, input, call);
    return { status: jobId === null ? 200 : null, jobId, answer: null };
  };
  const key = onceKey(asked);
  const { kept, isReplay } = key
    ? await answerOnce(world, actor, key, call.signal, start)
    : { kept: await start(), isReplay: false };
  const { jobId } = kept;
  if (jobId === null) return { kind: 'answered', answer: await handler.finish(world, actor, input, null), isReplay };
  if (prefersAsync(request)) return { kind: 'accepted', jobId, isReplay };
  const job = await ended(world, jobId, asked);
  return { kind: 'answered', answer: await handler.finish(world, actor, input, job), isReplay };
}

/** Waits for a job; whatever it ends with names the job, so that a client can ask again. */
async function ended(world: World, jobId: string, { call, isClosing }: Asked) {
  try {
    return jobOf(await waitForJob(world, jobId, { signal: call.signal, timeoutMs: WAIT_MS }));
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, { ...error.facts, jobId }, { cause: error });
    if (isClosing()) throw new Problem('interrupted', { jobId }, { cause: error });
    throw error;
  }
}

/** RFC 7240: preferences are a list, each may have a value and parameters. */
function prefersAsync(request: FastifyRequest): boolean {
  return [request.headers['prefer'] ?? []]
    .flat()
    .flatMap((header) => header.split(','))
    .some((preference) => /^\s*respond-async\s*(;|$)/i.test(preference));
}
