import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { openWire, type Script, type Wire } from '../../../test/wires/wire.ts';
import type { LostSubmit, ProviderContext, Receipt } from '../provider.ts';
import { replicate } from './replicate.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const aContext = (given: Partial<ProviderContext> = {}): ProviderContext =>
  providerContext({ scratch: '', ffmpeg: '', apiKey: 'secret-key', baseUrl: `${wire.url}/v1`, ...given });

const MODEL = 'black-forest-labs/flux-schnell';
const SUBMITTING_AT = Date.parse('2026-11-21T12:00:00.000Z');

function submit(model: string, given: Partial<ProviderContext> = {}) {
  return replicate.image?.submit(
    {
      generationId: 'gen_1',
      model,
      prompt: 'a bottle',
      scenePrompt: 'a bottle',
      negativePrompt: '',
      width: 1080,
      height: 1920,
      seed: 7,
      references: [],
    },
    aContext(given),
  );
}

/** What was announced, and the input as it arrived, of a submit whose answer never came. */
async function lostSubmit(): Promise<{ lost: LostSubmit; input: Record<string, unknown> }> {
  let bodySha256 = '';
  wire.play('reset');
  const sending = async ({ sha256 }: { readonly sha256: string }): Promise<void> => void (bodySha256 = sha256);
  await expect(submit(MODEL, { sending })).rejects.toMatchObject({ kind: 'ambiguous' });
  const sent = wire.requests[0]?.json as { input: Record<string, unknown> } | undefined;
  return {
    lost: { generationId: 'gen_1', model: MODEL, submittingAt: SUBMITTING_AT, bodySha256 },
    input: sent?.input ?? {},
  };
}

function listed(id: string, input: object, more: object = {}) {
  return { id, model: MODEL, input, created_at: '2026-11-21T12:00:01.500Z', status: 'starting', ...more };
}

const find = (lost: LostSubmit) => replicate.image?.find?.(lost, aContext());

test('a lost submit is found by its input, whatever the order its fields come back in', async () => {
  const { lost, input } = await lostSubmit();
  const mixed = Object.fromEntries(Object.entries(input).toReversed());
  wire.play({ json: { next: null, results: [listed('other', { ...input, seed: 8 }), listed('mine', mixed)] } });
  expect(await find(lost)).toEqual({
    v: 1,
    provider: 'replicate',
    model: MODEL,
    id: 'mine',
    submittedAt: SUBMITTING_AT + 1500,
  });
});

test('what may be another one is not taken for it', async () => {
  const { lost, input } = await lostSubmit();
  const others: readonly (readonly [string, readonly object[]])[] = [
    ['before', [listed('a', input, { created_at: '2026-11-21T11:59:59.000Z' })]],
    ['long after', [listed('a', input, { created_at: '2026-11-21T12:30:00.000Z' })]],
    ['another model', [listed('a', input, { model: 'black-forest-labs/flux-dev' })]],
    ['other words', [listed('a', { ...input, prompt: 'a jar' })]],
    ['two of them', [listed('a', input), listed('b', input)]],
    ['its input is gone', [listed('a', {})]],
    ['nothing', []],
  ];
  for (const [what, results] of others) {
    wire.play({ json: { next: null, results } });
    expect(await find(lost), what).toBe('unknown');
  }
  expect(await find({ ...lost, bodySha256: null })).toBe('unknown');
});

test('it looks further back page by page, and only at Replicate itself', async () => {
  const { lost, input } = await lostSubmit();
  const pages: Script = ({ query }) =>
    query.get('cursor') === 'older'
      ? { json: { next: null, results: [listed('mine', input)] } }
      : { json: { next: 'https://evil.example/v1/predictions?cursor=older', results: [listed('newer', {})] } };
  wire.play(pages);
  expect(await find(lost)).toMatchObject({ id: 'mine' });
  expect(wire.requests.map(({ path }) => path)).toEqual(['/v1/predictions', '/v1/predictions']);
});

test('what is announced is the sha256 of what is sent', async () => {
  const { lost } = await lostSubmit();
  expect(
    createHash('sha256')
      .update(wire.requests[0]?.body ?? '')
      .digest('hex'),
  ).toBe(lost.bodySha256);
});

test('a model that is no name at Replicate is refused before anything is sent', async () => {
  wire.play({});
  for (const model of ['flux', '../account', 'a/../../account', 'a/b?c', 'a/b/c', 'https://evil.example/x']) {
    await expect(submit(model), model).rejects.toMatchObject({ kind: 'invalid_input' });
  }
  expect(wire.requests).toEqual([]);
});

test('of all that a model leaves only what was asked for is its result', async () => {
  const left = {
    thumbnail: 'https://replicate.delivery/x/a.png',
    clip: 'https://replicate.delivery/x/a.mp4',
    seed: 'seed: 7',
  };
  const receipt: Receipt = { v: 1, provider: 'replicate', model: 'somebody/thing', id: 'p1', submittedAt: 0 };
  wire.play({ json: { id: 'p1', status: 'succeeded', output: left } });
  expect(await replicate.video?.poll?.(receipt, aContext())).toEqual({
    status: 'done',
    outputs: [{ mime: 'video/mp4', url: left.clip, notes: [] }],
  });
  const named = 'https://replicate.delivery/x/a.constructor'; // an ending that is no kind of file, but a word objects know
  wire.play({ json: { id: 'p1', status: 'succeeded', output: named } });
  expect(await replicate.video?.poll?.(receipt, aContext())).toMatchObject({ outputs: [{ mime: 'video/mp4' }] });
  wire.play({ json: { id: 'p1', status: 'succeeded', output: { ...left, clip: null } } });
  expect(await replicate.video?.poll?.(receipt, aContext())).toMatchObject({ status: 'failed' });
});

test('a check says whose the key is', async () => {
  wire.play({ json: { type: 'organization', username: 'acme', name: 'Acme' } });
  expect(await replicate.check?.(aContext())).toEqual({ says: 'The key works: it is acme’s.' });
  wire.play({ status: 401, json: { title: 'Unauthenticated', detail: 'You did not pass a valid token', status: 401 } });
  await expect(replicate.check?.(aContext())).rejects.toMatchObject({ kind: 'invalid_key' });
});
