import { createHash } from 'node:crypto';
import { ProviderError, type LostSubmit } from '#providers/provider.ts';
import { expect } from 'vitest';
import type { AdapterCase, TaskCase } from './adapter-case.ts';
import { ask, askedOf, contextOf, KEY, mediaAdapterOf, type Stage } from './asking.ts';
import { checkNoKey, NONSENSE, PASSING, providerError, thrownBy } from './checks.ts';
import type { Recorded, Script } from './wire.ts';

/*
 * What is demanded of an adapter that can look for a submit whose answer never came.
 */

/** What was sent is found, what was not is not, and trouble on the way is never taken for proof that nothing was. */
export async function checkFind(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  expect('find' in mediaAdapterOf(one), 'the case and the adapter agree that it can be looked for').toBe(
    task.find !== undefined,
  );
  if (!task.find) return;
  const { lost, sent, id } = await lostSubmit(one, stage);

  const found = await searched(one, stage, lost, task.find.has(sent));
  expect(found).toMatchObject({ v: 1, provider: one.provider.id, model: lost.model, id });
  expect(JSON.parse(JSON.stringify(found)), 'a receipt survives JSON').toEqual(found);
  expect(await searched(one, stage, lost, task.find.hasNot)).toBe(task.find.nothing);

  for (const fault of [{ status: 500, text: 'oops' }, { status: 429, text: 'slow down' }, 'reset', 'cut'] as const) {
    const failure = providerError(one, await thrownBy(searched(one, stage, lost, fault)));
    expect(PASSING, JSON.stringify(fault)).toContain(failure.kind);
  }
  for (const nonsense of NONSENSE) {
    const what = JSON.stringify(nonsense);
    const answer = await searched(one, stage, lost, nonsense).catch((failure: unknown) => providerError(one, failure));
    if (answer instanceof ProviderError) expect(PASSING, what).toContain(answer.kind);
    else expect([what, answer]).toEqual([what, 'unknown']);
  }
}

/** What is known of a submit that arrived, and the id that its answer named. */
async function lostSubmit(one: AdapterCase, stage: Stage): Promise<{ lost: LostSubmit; sent: Recorded; id: string }> {
  const asked = askedOf(one, stage);
  const submittingAt = Date.now();
  stage.wire.play(one.vendor);
  const outcome = await ask(one, stage, asked, await contextOf(one, stage, asked));
  const sent = stage.wire.requests.find(one.isSubmit);
  if (!sent || outcome.of !== 'media' || outcome.submitted.status !== 'receipt') throw new Error('it gave no receipt');
  const bodySha256 = createHash('sha256').update(sent.body).digest('hex');
  const generationId = asked.request?.generationId ?? '';
  return {
    lost: { generationId, model: asked.model, submittingAt, bodySha256 },
    sent,
    id: outcome.submitted.receipt.id,
  };
}

async function searched(one: AdapterCase, stage: Stage, lost: LostSubmit, script: Script): Promise<unknown> {
  const sending = () => Promise.reject(new Error('a search may not announce a paid call'));
  const context = await contextOf(one, stage, lost, { sending });
  stage.wire.play(script);
  const found = await mediaAdapterOf(one).find?.(lost, context);
  expect(JSON.stringify(found), 'the key is in what was found').not.toContain(KEY);
  for (const request of stage.wire.requests) checkNoKey(request);
  expect(stage.wire.requests.filter(one.isSubmit), 'a search submitted').toEqual([]);
  return found;
}
