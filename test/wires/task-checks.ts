import { readFile } from 'node:fs/promises';
import {
  ProviderError,
  type MediaOutput,
  type PollState,
  type ProviderContext,
  type Receipt,
} from '#providers/provider.ts';
import { expect } from 'vitest';
import type { AdapterCase, TaskCase } from './adapter-case.ts';
import { ask, askedOf, baseUrlOf, contextOf, KEY, mediaAdapterOf, type Stage } from './asking.ts';
import { checkNoKey, NONSENSE, PASSING, providerError, thrownBy } from './checks.ts';
import { answerOf, type Answer, type Script } from './wire.ts';

/*
 * What is demanded of an adapter that hands out receipts: polls, states, downloads, cancelling.
 */

/** What lies where a vendor's answers point to: as it should be, run out, of another kind, or more than anybody makes. */
async function resultsOf(one: AdapterCase, stage: Stage): Promise<Readonly<Record<string, Answer>>> {
  const [picture] = stage.pictures;
  const [right, wrong] = one.ask === 'image' ? [picture, stage.video] : [stage.video, picture];
  return {
    '/results/fresh': { bytes: await readFile(right.path) },
    '/results/stale': { status: 403, text: 'the signature has expired' },
    '/results/wrong': { bytes: await readFile(wrong.path) },
    '/results/page': { text: '<html>Sign in to see this</html>' },
    '/results/large': { headers: { 'content-length': '5000000000' }, text: 'much more' },
  };
}

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
  for (const nonsense of NONSENSE) {
    const what = JSON.stringify(nonsense);
    const state = await pollOf(one, stage, receipt, nonsense).catch((failure: unknown) => providerError(one, failure));
    if (state instanceof ProviderError) expect(PASSING, what).toContain(state.kind);
    else expect([what, state.status]).toEqual([what, 'pending']);
  }
  await expect(
    pollOf(one, stage, receipt, 'silence', { signal: AbortSignal.timeout(50) }),
    'a poll that is told to stop',
  ).rejects.toThrow();
}

/** Polls and cancels go where the vendor's own SDK goes, with its headers. */
export async function checkTaskParity(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  if (!task.parity) return;
  const receipt = await receiptOf(one, stage);
  const to = { baseUrl: baseUrlOf(one.provider, stage.wire.url), apiKey: KEY };
  const pending = task.states.find(({ status }) => status === 'pending')?.script ?? {};
  // Without the queries: SDKs spell defaults out there.
  const told = () =>
    stage.wire.requests.map(({ method, path, headers }) => ({
      method,
      path,
      headers: (one.headers ?? []).filter((name) => name !== 'content-type').map((name) => headers[name]),
    }));
  await pollOf(one, stage, receipt, pending);
  const ours = told();
  stage.wire.play(pending);
  await task.parity.poll(receipt, to);
  expect(ours, 'a poll, by the SDK').toEqual(told());
  if (!task.parity.cancel || !task.cancel) return;
  const script = task.cancel.answers.find(({ outcome }) => outcome === 'cancelled')?.script ?? {};
  stage.wire.play(script);
  await mediaAdapterOf(one).cancel?.(receipt, await contextOf(one, stage, receipt));
  const cancelled = told().filter(({ method, path }) => `${method} ${path}` === task.cancel?.call);
  stage.wire.play(script);
  await task.parity.cancel(receipt, to);
  expect(cancelled, 'a cancel, by the SDK').toEqual(told());
}

/** The result is brought here; where its address has run out, another poll gives a fresh one. */
export async function checkResult(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  if (task.givesNoAddress !== undefined) return;
  await expect(downloaded(one, stage, receipt, task.done(`${stage.wire.url}/results/stale`))).rejects.toThrow();
  const path = await downloaded(one, stage, receipt, task.done(`${stage.wire.url}/results/fresh`));
  const made = one.ask === 'image' ? stage.pictures[0] : stage.video;
  expect((await readFile(path)).equals(await readFile(made.path)), 'the bytes of the result').toBe(true);
}

/** An address inside our own network, another kind of file, and more than anybody makes are refused. */
export async function checkResultGuard(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  if (task.givesNoAddress !== undefined) return;
  const inside = ['https://169.254.169.254/latest/x.mp4', 'http://localhost:1/x.mp4', 'file:///etc/passwd'];
  const unwanted = ['wrong', 'page', 'large'].map((name) => `${stage.wire.url}/results/${name}`);
  for (const address of [...inside, ...unwanted]) {
    await expect(downloaded(one, stage, receipt, task.done(address)), address).rejects.toThrow();
  }
}

/** Wherever a vendor says that its result lies, the key goes to the vendor alone. */
export async function checkKeyStaysHome(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  const receipt = await receiptOf(one, stage);
  if (task.givesNoAddress !== undefined) return;
  const results = await resultsOf(one, stage);
  stage.elsewhere.play((request) => results[request.path] ?? { status: 404 });
  const address = `${stage.elsewhere.url}/results/fresh`;
  // An adapter may refuse to go there at all; where it goes, it goes without the key.
  await downloaded(one, stage, receipt, task.done(address)).catch(() => undefined);
  for (const { headers, path, query } of stage.elsewhere.requests) {
    expect(JSON.stringify([headers, path, [...query]]), 'the key went to another origin').not.toContain(KEY);
  }
}

/** Told to stop while a result comes in, it stops; what comes in afterwards is not taken. */
export async function checkResultAbort(one: AdapterCase, task: TaskCase, stage: Stage): Promise<void> {
  if (task.givesNoAddress !== undefined) return;
  const receipt = await receiptOf(one, stage);
  const script = task.done(`${stage.wire.url}/results/fresh`);
  const output = await outputOf(one, stage, receipt, script);
  const results = await resultsOf(one, stage);
  const stop = new AbortController();
  const context = await contextOf(one, stage, receipt, { signal: stop.signal });
  stage.wire.play(async (request) => {
    if (request.path !== '/results/fresh') return results[request.path] ?? answerOf(script, request);
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 20)); // one that goes on has its result after that
    return results['/results/fresh'] ?? {};
  });
  await expect(fetchedBy(one, receipt, output, context)).rejects.toThrow();
  expect(stop.signal.aborted, 'it was stopped while the result came in').toBe(true);
}

async function outputOf(one: AdapterCase, stage: Stage, receipt: Receipt, script: Script): Promise<MediaOutput> {
  const state = await pollOf(one, stage, receipt, script);
  if (state.status !== 'done') throw new Error(`the task is ${state.status}`);
  const [output] = state.outputs;
  if (!output) throw new Error('done without an output');
  return output;
}

async function fetchedBy(
  one: AdapterCase,
  receipt: Receipt,
  output: MediaOutput,
  context: ProviderContext,
): Promise<string> {
  return (await mediaAdapterOf(one).download?.(receipt, output, context)) ?? fetched(output, context);
}

async function downloaded(one: AdapterCase, stage: Stage, receipt: Receipt, script: Script): Promise<string> {
  const output = await outputOf(one, stage, receipt, script);
  const context = await contextOf(one, stage, receipt);
  const results = await resultsOf(one, stage);
  stage.wire.play((request) => results[request.path] ?? answerOf(script, request));
  const path = await fetchedBy(one, receipt, output, context);
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
