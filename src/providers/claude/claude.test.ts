import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { modelAnswers } from '../../../test/wires/model-answers.ts';
import { openWire, type Wire } from '../../../test/wires/wire.ts';
import { claude } from './claude.ts';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const context = () => ({
  ...providerContext({ scratch: '', ffmpeg: '', apiKey: 'sk-ant-1', baseUrl: wire.url }),
  model: 'claude-haiku-5-5',
});

const style = { text: 'We make calm bottles.', colours: [] };

async function costOf(inputTokens: number): Promise<number | undefined> {
  const text = modelAnswers['style-guide'];
  const usage = { input_tokens: inputTokens, output_tokens: 1000 };
  wire.play({ json: { content: [{ type: 'text', text }], stop_reason: 'end_turn', usage } });
  const descriptor = claude.models.find(({ id }) => id === 'claude-haiku-5-5');
  if (!descriptor) throw new Error('Haiku is not in the catalogue');
  return (await claude.scenario?.extractStyleGuide?.(style, { ...context(), descriptor }))?.costMicroUsd;
}

test('a long prompt costs what long prompts cost', async () => {
  expect(await costOf(100_000)).toBe(10_000 + 500);
  expect(await costOf(100_001)).toBe(Math.ceil(50_000.5 + 2500));
});

test('a refusal that was paid for says so', async () => {
  const usage = { input_tokens: 2000, output_tokens: 10 };
  wire.play({ json: { content: [], stop_reason: 'refusal', usage } });
  const descriptor = claude.models[0];
  if (!descriptor) throw new Error('the catalogue is empty');
  const asked = claude.scenario?.extractStyleGuide?.(style, { ...context(), descriptor });
  await expect(asked).rejects.toMatchObject({ kind: 'moderated', facts: { costMicroUsd: 4100 } });
});

test('a key is proved for nothing, and it is said which models are about to go or out of its reach', async () => {
  const models = [
    { id: 'claude-sonnet-5-5', display_name: 'Claude Sonnet 5.5', lifecycle: 'active', retires_at: null },
    {
      id: 'claude-opus-5-5',
      display_name: 'Claude Opus 5.5',
      lifecycle: 'deprecated',
      retires_at: '2027-03-01T00:00:00Z',
    },
    { id: 'claude-haiku-5-5', display_name: 'Claude Haiku 5.5', lifecycle: 'active', retires_at: null },
  ];
  wire.play({ json: { data: models, has_more: false } });
  expect(await claude.check?.(context())).toEqual({
    says: 'The key works. claude-opus-5-5 ends on 2027-03-01. It may not use claude-fable-5-2.',
  });
  expect(wire.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models']);

  wire.play({ json: { data: [{ id: 'claude-of-tomorrow' }] } });
  expect((await claude.check?.(context()))?.says).toMatch(/none of the models/);

  wire.play({
    status: 401,
    json: { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
  });
  await expect(claude.check?.(context())).rejects.toMatchObject({ kind: 'invalid_key' });
});
