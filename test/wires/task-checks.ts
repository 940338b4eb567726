import { readFile } from 'node:fs/promises';
import type { MediaOutput, PollState, ProviderContext, Receipt } from '#providers/provider.ts';
import { expect } from 'vitest';
import type { AdapterCase, TaskCase } from './adapter-case.ts';
import { ask, askedOf, contextOf, KEY, mediaAdapterOf, type Stage } from './asking.ts';
import { checkNoKey, PASSING, providerError, thrownBy } from './checks.ts';
import { answerOf, type Answer, type Script } from './wire.ts';

/*
 * What is demanded of an adapter that hands out receipts: polls, states, downloads, cancelling.
 */

const RESULT = Buffer.from('\0\0\0\x18ftypmp42 the bytes of a result');

/** What lies where a vendor's answers point to. */
const results: Readonly<Record<string, Answer>> = {
  '/results/stale.mp4': { status: 403, text: 'the signature has expired' },
  '/results/fresh.mp4': { bytes: RESULT },
  '/results/large.mp4': { bytes: Buffer.alloc(200_000) },
};

/** What it is handed for the task of its own submit, as another process has it after a restart: JSON, a new context. */
export async function receiptOf(one: AdapterCase, stage: Stage): Promise<Receipt> {
  const asked = askedOf(one, stage);
  stage.wire.play(one.vendor);
  const outcome = await ask(one, stage, asked, await contextOf(one, stage, asked));
  if (outcome.of !== 'media' || outcome.submitted.status !== 'receipt') throw new Error('it gave no receipt');
  const { receipt } = outcome.submitted;
  const text = JSON.stringify(receipt);
  expect(JSON.parse(text), 'a receipt survives JSON').toEqual(receipt);
  expect(text, 'the key is in the receipt').not.toContain(KEY);
  expect(receipt).toMatchObject({ v: 1, provider: one.provider.id, model: asked.model });
  expect(receipt.id).not.toBe('');
  return JSON.parse(text) as Receipt;
}

async function pollOf(
  one: AdapterCase,
  stage: Stage,
  receipt: Receipt,
  script: Script,
  given: Partial<ProviderContext> = {},
): Promise<PollState> {
  const adapter = mediaAdapterOf(one);
  stage.wire.play(script);
  const context = await contextOf(one, stage, receipt, given);
  const sending = () => Promise.reject(new Error('a poll may not announce a paid call'));
  const state = await adapter.poll?.(receipt, { ...context, sending });
  if (!state) throw new Error('it cannot look for what it hands out receipts for');
  expect(JSON.stringify(state), 'the key is in a state').not.toContain(KEY);
  for (const request of stage.wire.requests) checkNoKey(request);
  expect(stage.wire.requests.filter(one.isSubmit), 'a poll submitted').toEqual([]);
  return state;
}

/** Every state that is documented is what it should be, and one that nobody knows is pending. */
export async function checkStates(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  for (const { name, script, status, kind, progress, costMicroUsd } of task.states) {
    const state = await pollOf(one, stage, receipt, script);
    const what = `${one.provider.id} ${one.ask}: ${name}`;
    expect({ what, status: state.status }).toEqual({ what, status });
    if (state.status === 'pending') {
      expect(state.pollAfterMs, what).toBeGreaterThan(0);
      expect(state.progress, what).toBe(progress);
    }
    if (state.status === 'failed') expect(providerError(one, state.error).kind, what).toBe(kind);
    if (state.status === 'done' || state.status === 'failed') expect(state.costMicroUsd, what).toBe(costMicroUsd);
  }
  const covered = new Set(task.states.map(({ status }) => status));
  for (const status of ['pending', 'done', 'failed'] as const) expect(covered).toContain(status);
}

/** Trouble at a poll is no verdict on the task. */
export async function checkPollFaults(one: AdapterCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  const faults: readonly Script[] = [
    { status: 500, text: 'oops' },
    { status: 503, json: { error: 'busy' } },
    { status: 429, headers: { 'retry-after': '7' }, json: { error: 'slow down' } },
    { status: 502, text: '<html>Bad Gateway</html>' },
    'reset',
    'cut',
  ];
  for (const fault of faults) {
    const failure = providerError(one, await thrownBy(pollOf(one, stage, receipt, fault)));
    expect(PASSING, JSON.stringify(fault)).toContain(failure.kind);
  }
  await expect(
    pollOf(one, stage, receipt, 'silence', { signal: AbortSignal.timeout(200) }),
    'a poll that is told to stop',
  ).rejects.toThrow();
}

/** The result is brought here; where its address has run out, another poll gives a fresh one. */
export async function checkResult(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  if (task.givesAddress === false) return;
  const [stale, fresh] = [`${stage.wire.url}/results/stale.mp4`, `${stage.wire.url}/results/fresh.mp4`];
  await expect(downloaded(one, stage, receipt, task.done(stale))).rejects.toThrow();
  const path = await downloaded(one, stage, receipt, task.done(fresh));
  expect((await readFile(path)).equals(RESULT), 'the bytes of the result').toBe(true);
}

/** An address inside our own network, and more than a result may have, are refused. */
export async function checkResultGuard(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  if (task.givesAddress === false) return;
  for (const inside of ['https://169.254.169.254/latest/x.mp4', 'http://localhost:1/x.mp4', 'file:///etc/passwd']) {
    await expect(downloaded(one, stage, receipt, task.done(inside)), inside).rejects.toThrow();
  }
  const large = `${stage.wire.url}/results/large.mp4`;
  await expect(downloaded(one, stage, receipt, task.done(large))).rejects.toThrow();
}

async function downloaded(one: AdapterCase, stage: Stage, receipt: Receipt, script: Script): Promise<string> {
  const state = await pollOf(one, stage, receipt, script);
  if (state.status !== 'done') throw new Error(`the task is ${state.status}`);
  const [output] = state.outputs;
  if (!output) throw new Error('done without an output');
  const adapter = mediaAdapterOf(one);
  const context = await contextOf(one, stage, receipt);
  stage.wire.play((request) => results[request.path] ?? answerOf(script, request));
  const path = (await adapter.download?.(receipt, output, context)) ?? (await fetched(output, context));
  for (const request of stage.wire.requests) checkNoKey(request);
  return path;
}

async function fetched({ url, path }: MediaOutput, context: ProviderContext): Promise<string> {
  if (path !== undefined) return path;
  if (url === undefined) throw new Error('an output lies neither here nor anywhere');
  return context.fetchResult(url);
}

/** Cancelling reaches the vendor, and what it answers is understood. */
export async function checkCancel(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const adapter = mediaAdapterOf(one);
  expect('cancel' in adapter, 'the case and the adapter agree that it can be cancelled').toBe(
    task.cancel !== undefined,
  );
  if (!task.cancel) return;
  const receipt = await receiptOf(one, stage);
  for (const { script, outcome, isCalled = true } of task.cancel.answers) {
    stage.wire.play(script);
    expect(await adapter.cancel?.(receipt, await contextOf(one, stage, receipt))).toBe(outcome);
    const calls = stage.wire.requests.map(({ method, path }) => `${method} ${path}`);
    expect(calls.includes(task.cancel.call), `${outcome}: ${calls.join(', ')}`).toBe(isCalled);
    for (const request of stage.wire.requests) checkNoKey(request);
  }
}
