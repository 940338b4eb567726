import { expect, test } from 'vitest';
import { ProviderInfo } from '#contract/provider-info.ts';
import { providers } from '#providers/all.ts';
import { listProviders } from './list-providers.ts';

const at = (day: string) => listProviders({ providers, clock: { nowMs: () => Date.parse(day) } });
const models = (list: readonly ProviderInfo[], id: string, category: ProviderInfo['category']) =>
  list.find((one) => one.id === id && one.category === category)?.models ?? [];

test('every provider is listed once for each role it plays, with all that is known of its models', () => {
  const list = at('2026-11-21');
  for (const one of list) expect(ProviderInfo.parse(one)).toEqual(one);
  const names = list.map(({ id, category }) => `${id} ${category}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['local llm', 'gemini video', 'dalle image', 'claude vision']));
  const listed = list.reduce((count, one) => count + one.models.length, 0);
  expect(listed).toBe(providers.flatMap((provider) => provider.models).length);
});

test('whether a key is needed, taken, or shared is said', () => {
  const facts = (id: string) => {
    const { keyless, takesKey, needsKey, vendor } = at('2026-11-21').find((one) => one.id === id) ?? {};
    return { keyless, takesKey, needsKey, vendor };
  };
  expect(facts('local')).toEqual({ keyless: true, takesKey: false, needsKey: false, vendor: 'local' });
  expect(facts('dalle')).toEqual({ keyless: false, takesKey: true, needsKey: true, vendor: 'openai' });
  expect(facts('openai-compatible')).toMatchObject({ keyless: true, takesKey: true, needsKey: false });
});

test('a model is retired from its day on, and says what takes its place', () => {
  const dalle3 = (day: string) => models(at(day), 'dalle', 'image').find(({ id }) => id === 'dall-e-3');
  expect(dalle3('2026-05-11')).toMatchObject({ isRetired: false, retiredAt: Date.parse('2026-05-12') });
  expect(dalle3('2026-05-12')).toMatchObject({ isRetired: true, replacedBy: expect.stringMatching(/^gpt-image/) });
  expect(dalle3('2026-11-21')?.sizes).toMatchObject({
    portrait: { fields: { size: '1024x1792' } },
    landscape: { fields: { size: '1792x1024' } },
    square: { fields: { size: '1024x1024' } },
  });
});

test('of a clip is told how long it can be, whether it takes a last frame, and what a second costs on which day', () => {
  const [clip] = models(at('2026-11-21'), 'runway', 'video').filter(({ id }) => id === 'veo3.1');
  expect(clip).toMatchObject({
    durations: { listS: [4, 6, 8] },
    input: { lastFrame: true },
    negativePrompt: 'field',
    seed: true,
    prices: [{ unit: 'second', microUsd: expect.any(Number), asOf: expect.any(String), source: expect.any(String) }],
  });
});
