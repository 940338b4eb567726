import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { ProviderError, type ProviderContext, type ProviderErrorKind } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { expect, vi } from 'vitest';
import type { AdapterCase, Asked, Shape } from './adapter-case.ts';
import { ask, askedOf, baseUrlOf, contextOf, KEY, modelsOf, type Outcome, type Stage } from './asking.ts';
import { faultsBySchema, readBody, shortened } from './golden.ts';
import { answerOf, type Answer, type Recorded, type Script } from './wire.ts';

/*
 * What is demanded of every adapter around its submit, each as a function that throws, so that a broken adapter can be
 * put before them (conformance-planted.test.ts). What is demanded of a task after it is in `task-checks.ts`.
 */

const SHAPES: readonly Shape[] = ['portrait', 'landscape', 'square'];

/** The billable calls that arrived. */
function submitsOf(one: AdapterCase, stage: Stage): Recorded[] {
  return stage.wire.requests.filter((request) => one.isSubmit(request));
}

/** The vendor as always, but for what it does with the submit. */
function submitAnswered(one: AdapterCase, answer: Answer): Script {
  return (request) => (one.isSubmit(request) ? answer : answerOf(one.vendor, request));
}

/** Per model, shape and number of references: the body is what the schema, the golden one and the vendor's own SDK say. */
export async function checkBodies(one: AdapterCase, stage: Stage): Promise<void> {
  const isMedia = one.ask === 'image' || one.ask === 'video';
  for (const model of modelsOf(one)) {
    for (const shape of isMedia ? SHAPES : (['portrait'] as const)) {
      const most = isMedia ? Math.min(one.references?.(model) ?? 0, one.ask === 'video' ? 1 : 2) : 0;
      for (let references = one.fewestReferences?.(model) ?? 0; references <= most; references++) {
        const asked = askedOf(one, stage, { model, shape, references });
        const what = `${one.provider.id} ${one.ask} ${model} ${shape} with ${references} references`;
        const context = await contextOf(one, stage, asked);
        stage.wire.play(one.vendor);
        const outcome = await ask(one, stage, asked, context);
        const [sent, ...more] = submitsOf(one, stage);
        if (!sent || more.length > 0) throw new Error(`${what}: ${sent ? 'more than one' : 'no'} submit`);
        const body = await readBody(sent);
        const schema = one.schema(asked, sent);
        if (schema) expect(faultsBySchema(schema, body), `${what}, by the vendor's schema`).toEqual([]);
        if (one.golden) expect(shortened(body), `${what}, by hand`).toEqual(one.golden(asked));
        expect(isMedia && !one.golden, 'a case of pictures or clips without a golden body').toBe(false);
        checkOutcome(one, asked, outcome);
        await checkParity(one, stage, asked, sent, what);
      }
    }
  }
}

/** No model of pictures or clips is left out, nor what it takes beside words: references, a last picture. */
export function checkCoverage(one: AdapterCase, all: readonly AdapterCase[]): void {
  if (one.ask !== 'image' && one.ask !== 'video') return;
  const sisters = all.filter(({ provider, ask: asks }) => provider === one.provider && asks === one.ask);
  const asked = sisters.flatMap(modelsOf); // one that speaks two wires has two cases
  for (const { id, role, input } of one.provider.models) {
    if (role !== one.ask) continue;
    expect(asked, `${one.provider.id}: models that are asked`).toContain(id);
    if (!modelsOf(one).includes(id)) continue;
    const takes = role === 'video' ? (input?.lastFrame ? 1 : 0) : Math.min(2, input?.maxReferences ?? 0);
    // Where it runs a workflow of the user's own, that says what it takes.
    if (one.context?.settings !== undefined) continue;
    expect(one.references?.(id) ?? 0, `references of ${id} that are tried`).toBeGreaterThanOrEqual(takes);
  }
}

/** What came of it is nothing but JSON, costs what the vendor said, and holds no key. */
function checkOutcome({ costMicroUsd: cost }: AdapterCase, asked: Asked, outcome: Outcome): void {
  const costMicroUsd = typeof cost === 'function' ? cost(asked) : cost;
  const plain = JSON.parse(JSON.stringify(outcome)) as unknown;
  expect(plain, 'what came of it survives JSON').toEqual(outcome);
  expect(JSON.stringify(outcome), 'the key is in what came of it').not.toContain(KEY);
  if (outcome.of === 'words') expect(outcome.costMicroUsd).toBe(costMicroUsd);
  else if (outcome.submitted.status === 'done') {
    expect(outcome.submitted.outputs.length).toBeGreaterThan(0);
    expect(outcome.submitted.costMicroUsd).toBe(costMicroUsd);
  }
}

async function checkParity(one: AdapterCase, stage: Stage, asked: Asked, sent: Recorded, what: string): Promise<void> {
  if (!one.parity) return;
  stage.wire.play(one.vendor);
  await one.parity(sent, asked, { baseUrl: baseUrlOf(one.provider, stage.wire.url), apiKey: KEY });
  const [theirs] = submitsOf(one, stage);
  if (!theirs) throw new Error(`${what}: the vendor's SDK sent no submit`);
  const told = ({ method, path, query }: Recorded) => ({ method, path, query: [...query] });
  expect(told(sent), `${what}, by the SDK`).toEqual(told(theirs));
  for (const header of one.headers ?? []) expect(sent.headers[header], header).toBe(theirs.headers[header]);
  if (!sent.body.equals(theirs.body)) expect(await readBody(sent), what).toEqual(await readBody(theirs));
}

/** It is announced once, before it arrives, by the sha256 of what arrives; and is not made where the announcement fails. */
export async function checkAnnouncement(one: AdapterCase, stage: Stage): Promise<void> {
  const announced: string[] = [];
  const asked = askedOf(one, stage);
  stage.wire.play(one.vendor);
  stage.wire.onRequest((request) => {
    if (one.isSubmit(request)) expect(announced, 'announced before it arrived').toHaveLength(1);
  });
  const sending = async ({ sha256 }: { readonly sha256: string }): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 20)); // an adapter that does not wait for it is overtaken
    announced.push(sha256);
  };
  await ask(one, stage, asked, await contextOf(one, stage, asked, { sending }));
  const bodies = submitsOf(one, stage).map(({ body }) => createHash('sha256').update(body).digest('hex'));
  expect(announced, 'the announced bodies').toEqual(bodies);
  expect(bodies).toHaveLength(1);

  stage.wire.play(one.vendor);
  const refusing = { sending: () => Promise.reject(new Error('the database is away')) };
  await expect(ask(one, stage, asked, await contextOf(one, stage, asked, refusing))).rejects.toThrow('is away');
  expect(submitsOf(one, stage), 'submits that were not announced').toEqual([]);
}

/** Whatever is answered, the submit is made once, and the failure has the right kind and no key in it. */
export async function checkRefusals(one: AdapterCase, stage: Stage): Promise<void> {
  for (const refusal of one.refusals) {
    const failure = await failureOf(one, stage, submitAnswered(one, refusal.answer));
    const what = `${one.provider.id} ${one.ask}: ${refusal.name}`;
    expect({ what, kind: failure.kind }, failure.message).toEqual({ what, kind: refusal.kind });
    expect(submitsOf(one, stage), what).toHaveLength(1);
    expect(failure.message.length, `${what} says something`).toBeGreaterThan(0);
    if (refusal.vendorCode !== undefined) expect(failure.facts.vendorCode, what).toBe(refusal.vendorCode);
    if (refusal.retryAfterMs !== undefined) expect(failure.facts.retryAfterMs, what).toBe(refusal.retryAfterMs);
  }
}

/** Every role of a provider proves what these statuses mean. */
export function checkRefusalTable(cases: readonly AdapterCase[]): void {
  const statuses = cases.flatMap(({ refusals }) =>
    refusals.map(({ answer }) => (typeof answer === 'object' ? (answer.status ?? 200) : 0)),
  );
  expect(statuses).toEqual(expect.arrayContaining([400, 401, 402, 429, 500]));
  for (const { name, answer, kind } of cases.flatMap(({ refusals }) => refusals)) {
    if (typeof answer === 'object' && (answer.status ?? 200) >= 500 && kind !== 'ambiguous') {
      expect({ name, kind }).toEqual({ name, kind: 'rate_limited' }); // a vendor may say that it took nothing
    }
  }
}

/** What a proxy or a changed vendor may answer with a 200: no adapter is brought down by it. */
export const NONSENSE: readonly Answer[] = [
  { text: '<!doctype html><title>Sign in</title>' },
  { text: '' },
  ...[null, [], 'words', 42, {}, { id: 5, status: {}, data: 7 }, { id: null, status: null, data: [null] }].map(
    (json) => ({ json }),
  ),
];

/** A paid answer that makes no sense is a failure of a known kind: it was taken, so that it may not be made again unasked. */
export async function checkNonsense(one: AdapterCase, stage: Stage): Promise<void> {
  if (one.provider.clientTaskId) return; // the id is ours: whatever is answered, the task can be looked for
  if (one.ask === 'analyze-video') return; // read as a picture's is, and stills for each take their time
  for (const answer of NONSENSE) {
    const failure = await failureOf(one, stage, submitAnswered(one, answer));
    const what = JSON.stringify(answer);
    expect(['ambiguous', 'permanent', 'moderated'], `${what}: ${failure.kind}`).toContain(failure.kind);
    expect(submitsOf(one, stage), what).toHaveLength(1);
  }
}

/** Silence, a broken connection and half an answer leave in doubt what a refused connection does not; each is one submit. */
export async function checkFaults(one: AdapterCase, stage: Stage): Promise<void> {
  for (const fault of ['reset', 'cut', 'silence'] as const) {
    const failure = await failureOf(one, stage, submitAnswered(one, fault));
    expect({ fault, kind: failure.kind }).toEqual({ fault, kind: 'ambiguous' });
    expect(submitsOf(one, stage), fault).toHaveLength(1);
  }
  const baseUrl = baseUrlOf(one.provider, await originOfNobody());
  const unreached = await failureOf(one, stage, one.vendor, { baseUrl });
  expect(unreached.kind, 'a connection that was never made').toBe('transient');
}

/** Told to stop before the submit it makes none; told while it waits, it stops at once and says that nobody knows. */
export async function checkAbort(one: AdapterCase, stage: Stage): Promise<void> {
  const asked = askedOf(one, stage);
  stage.wire.play(one.vendor);
  const stopped = await contextOf(one, stage, asked, { signal: AbortSignal.abort() });
  await expect(ask(one, stage, asked, stopped)).rejects.toThrow();
  expect(submitsOf(one, stage), 'submits after it was told to stop').toEqual([]);

  const stop = new AbortController();
  stage.wire.play(submitAnswered(one, 'silence'));
  stage.wire.onRequest((request) => {
    if (one.isSubmit(request)) stop.abort();
  });
  const failure = await thrownBy(ask(one, stage, asked, await contextOf(one, stage, asked, { signal: stop.signal })));
  expect(failure).toMatchObject({ kind: 'ambiguous' });
  expect(submitsOf(one, stage)).toHaveLength(1);
}

/** The key goes in headers: not in an address, not in a body. */
export async function checkKeyInHeadersOnly(one: AdapterCase, stage: Stage): Promise<void> {
  const asked = askedOf(one, stage);
  const context = await contextOf(one, stage, asked);
  stage.wire.play(one.vendor);
  await ask(one, stage, asked, context);
  const where = submitsOf(one, stage).flatMap(({ headers }) => Object.values(headers));
  expect(where.some((value) => value.includes(KEY))).toBe(context.apiKey !== undefined && takesKey(one.provider));
  for (const request of stage.wire.requests) checkNoKey(request);
}

/** Of a request: its address and body hold no key. */
export function checkNoKey({ path, query, body }: Recorded): void {
  expect(`${path}?${query.toString()}`, 'the key is in an address').not.toContain(KEY);
  expect(body.includes(KEY), 'the key is in a body').toBe(false);
}

/** How it fails where the vendor does this; the failure is a ProviderError of this provider, and holds no key. */
async function failureOf(
  one: AdapterCase,
  stage: Stage,
  script: Script,
  given: Partial<ProviderContext> = {},
): Promise<ProviderError> {
  const asked = askedOf(one, stage);
  const context = await contextOf(one, stage, asked, given);
  stage.wire.play(script);
  // Nobody waits ten minutes here: what is silent is late the moment it is asked.
  const late = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  stage.wire.onRequest((request) => {
    const isSilent = answerOf(script, request).then((answer) => answer === 'silence');
    void isSilent.then((is) => is && late.abort(new DOMException('late', 'TimeoutError')));
  });
  try {
    const failure = await thrownBy(ask(one, stage, asked, context));
    return providerError(one, failure);
  } finally {
    timeout.mockRestore();
  }
}

/** The same failure, if it is one that the studio understands. */
export function providerError(one: Pick<AdapterCase, 'provider'>, failure: unknown): ProviderError {
  if (!(failure instanceof ProviderError)) throw new Error('not a ProviderError', { cause: failure });
  expect(failure.provider).toBe(one.provider.id);
  expect(inspect(failure, { depth: 8 }), 'the key is in the failure').not.toContain(KEY);
  return failure;
}

/** What a promise fails with. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (failure: unknown) => ({ failure }),
  );
  if ('failure' in outcome) return outcome.failure;
  throw new Error(`expected a failure and got ${inspect(outcome.value)}`);
}

/** An address of this machine that nobody listens at. */
async function originOfNobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** The kinds a poll's own trouble may have: it is asked again. */
export const PASSING: readonly ProviderErrorKind[] = ['transient', 'rate_limited'];
