import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { someVendors } from '../../test/vendors.ts';
import { providers as offered } from './all.ts';
import { extendCatalogue } from './extend-catalogue.ts';
import type { ModelDescriptor, Provider } from './provider.ts';
import { readCatalogue } from './read-catalogue.ts';

const price = { unit: 'image', microUsd: 50_000, asOf: '2026-11-21', source: 'our contract' } as const;
const sizes = {
  portrait: { fields: { size: '2:3' } },
  landscape: { fields: { size: '3:2' } },
  square: { fields: {}, isNearest: true },
} as const;
const painter: ModelDescriptor = {
  id: 'painter-1',
  name: 'The painter',
  description: 'Paints.',
  role: 'image',
  sizes,
  seed: true,
  retiredAt: 1,
  replacedBy: 'painter-2',
  prices: [price],
};
const providers: readonly Provider[] = someVendors().providers.map((provider) =>
  provider.id === 'vendor' ? { ...provider, models: [painter, ...provider.models.slice(2)] } : provider,
);

const extended = (...models: readonly object[]): readonly ModelDescriptor[] =>
  extendCatalogue(providers, { models }).find(({ id }) => id === 'vendor')?.models ?? [];
const line = { provider: 'vendor', role: 'image', id: 'painter-2' } as const;

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scenewright-catalogue-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('a model that is there is changed in what its line says, and stays in its place', () => {
  const cheaper = [{ ...price, microUsd: 1 }];
  const [first, ...others] = extended({ ...line, id: 'painter-1', prices: cheaper, retiredAt: null, replacedBy: null });
  const { retiredAt: _, replacedBy: __, ...before } = painter;
  expect(first).toEqual({ ...before, prices: cheaper });
  expect(others).toEqual(providers.find(({ id }) => id === 'vendor')?.models.slice(1));
});

test('a new model comes last, and takes over from the one it is like all but its price and its end', () => {
  expect(extended({ ...line, like: 'painter-1', retiredAt: '2026-12-01' }).at(-1)).toEqual({
    id: 'painter-2',
    name: 'painter-2',
    description: 'Paints.',
    role: 'image',
    sizes,
    seed: true,
    retiredAt: Date.parse('2026-12-01T00:00:00Z'),
    prices: [],
  });
  expect(extended(line).at(-1)).toEqual({
    id: 'painter-2',
    name: 'painter-2',
    description: '',
    role: 'image',
    prices: [],
  });
});

test.each([
  ['no list', 7, /expected object/],
  ['a word it does not know', { models: [], prices: [] }, /prices/],
  [
    'a provider that there is not',
    { models: [{ ...line, provider: 'nobody' }] },
    /^models\[0\] \(painter-2\): provider: there is only local, vendor/,
  ],
  ['a role it does not play', { models: [{ ...line, role: 'vision' }] }, /role: vendor does not play vision/],
  ['models of this machine', { models: [{ ...line, provider: 'local' }] }, /models of local are built in/],
  [
    'like one that there is not',
    { models: [{ ...line, like: 'painter-9' }] },
    /like: vendor has no image model painter-9/,
  ],
  ['a field it does not know', { models: [line, { ...line, id: 'x', price: 1 }] }, /^models\[1\] \(x\): .*price/],
  [
    'a price without its source',
    { models: [{ ...line, prices: [{ ...price, source: undefined }] }] },
    /prices\.0\.source/,
  ],
  ['a price of no day', { models: [{ ...line, prices: [{ ...price, asOf: 'today' }] }] }, /prices\.0\.asOf/],
  ['two of three shapes', { models: [{ ...line, sizes: { ...sizes, square: undefined } }] }, /sizes\.square/],
])('%s is refused, and the line is named', (_, document, reason) => {
  const extending = () => extendCatalogue(providers, document);
  expect(extending).toThrow(
    expect.objectContaining({ code: 'bad_configuration', message: expect.stringMatching(reason) }),
  );
});

test('a file that is not there is no fault unless it was asked for, and one that is no JSON is named with the line', async () => {
  const path = join(directory, 'catalogue.json');
  expect(await readCatalogue(providers, path, { isNamed: false })).toBe(providers);
  await expect(readCatalogue(providers, path, { isNamed: true })).rejects.toThrow(`${path}: the file is not there`);
  await writeFile(path, '{"models": [\n  {"provider": "vendor",}\n]}');
  await expect(readCatalogue(providers, path, { isNamed: false })).rejects.toThrow(
    /catalogue\.json: it is no JSON: .*line 2/,
  );
  await writeFile(path, JSON.stringify({ models: [{ ...line, id: '' }] }));
  await expect(readCatalogue(providers, path, { isNamed: false })).rejects.toThrow(/catalogue\.json: models\[0\]/);
});

test('the example of the documentation does what is said of it', async () => {
  const page = await readFile(new URL('../../docs/providers.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split('## Models and prices of your own');
  const [, example = ''] = /```json\n(.+?)```/s.exec(section) ?? [];
  const path = join(directory, 'documented.json');
  await writeFile(path, example);
  const documented = await readCatalogue(offered, path, { isNamed: true });
  const model = (provider: string, id: string, among = documented) =>
    among.find((one) => one.id === provider)?.models.find((one) => one.id === id);
  const like = model('dalle', 'gpt-image-2.5-flare', offered);
  expect(like).toBeDefined();
  expect(model('dalle', 'a-newer-image-model')).toMatchObject({
    ...(like?.sizes ? { sizes: like.sizes } : {}),
    name: 'A newer one',
    prices: [{ unit: 'image', microUsd: 50_000 }],
  });
  expect(model('openai-compatible', 'qwen3:30b')).toMatchObject({ role: 'llm', prices: [] });
  const clip = model('runway', 'gen4_turbo');
  expect(clip).toMatchObject({ durations: model('runway', 'gen4_turbo', offered)?.durations });
  expect(clip).not.toHaveProperty('retiredAt');
});
