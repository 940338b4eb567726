import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Provider } from '#providers/provider.ts';
import { apiOf, jsonOf } from '../../test/api/api.ts';
import { as } from '../../test/api/stage.ts';
import { newEmbeddedPlace } from '../../test/engines.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const KEY = 'sk-good-0123456789abcdef4f2a';
const OTHER_KEY = 'sk-good-fedcba9876543210beef';
const USUAL = 'https://vendor.example/v1';
const ELSEWHERE = 'https://gateway.example/v1';

/** Where free calls went, and with which key. */
const asked: { readonly baseUrl: string | undefined; readonly apiKey: string | undefined }[] = [];
let server: TestServer;
let api: ReturnType<typeof apiOf>;

/** `vendor` with a free call, its second name, and an engine that goes without a key too. */
function offered(): Provider[] {
  const check: Provider['check'] = async ({ baseUrl, apiKey }) => {
    asked.push({ baseUrl, apiKey });
    return { says: 'The key is good.' };
  };
  return someVendors().providers.flatMap((provider): Provider[] => {
    if (provider.id !== 'vendor') return [provider];
    const vendor = { ...provider, check, baseUrl: USUAL };
    const { baseUrl: _, ...painters } = { ...vendor, id: 'painters', vendor: 'vendor' };
    return [
      vendor,
      painters,
      { ...vendor, id: 'engine', label: 'The engine', keyless: true, takesKey: true, models: [] },
    ];
  });
}

const put = (provider: string, changes: object) => api.put(`/settings/providers/${provider}`, changes);
const tried = (provider: string, given: object) => api.post(`/settings/providers/${provider}/test`, given);
const keyAgain = { status: 400, json: { code: 'invalid_input', error: expect.stringContaining('send the key again') } };

beforeAll(async () => {
  server = await openTestServer(await newEmbeddedPlace(), 'all', {}, { providers: offered() });
  api = as(apiOf(server), await server.register('ada@example.com'));
  jsonOf(await put('vendor', { apiKey: KEY }));
  jsonOf(await put('engine', { apiKey: KEY }));
});

afterAll(() => server[Symbol.asyncDispose]());

test.each(['vendor', 'painters', 'engine'])('an address of %s elsewhere needs the key again', async (provider) => {
  const before = jsonOf(await api.get(`/settings/providers/${provider}`));
  expect(await put(provider, { baseUrl: ELSEWHERE })).toMatchObject(keyAgain);
  expect(await put(provider, { ...before, baseUrl: 'https://vendor.example:8443/v1' })).toMatchObject(keyAgain);
  expect(jsonOf(await api.get(`/settings/providers/${provider}`)), 'nothing is changed').toEqual(before);
  expect(jsonOf(await put(provider, { baseUrl: `${USUAL}/beta` })), 'the same origin').toMatchObject({ hasKey: true });
  expect(jsonOf(await put(provider, { baseUrl: null })).baseUrl).toBeNull();
});

test('with its key an address is kept, and clearing it is a change like another', async () => {
  expect(jsonOf(await put('vendor', { baseUrl: ELSEWHERE, apiKey: OTHER_KEY }))).toMatchObject({ keyHint: '…beef' });
  const read = jsonOf(await api.get('/settings/providers/vendor'));
  expect(jsonOf(await put('vendor', read)), 'sent back as it was read').toMatchObject({ baseUrl: ELSEWHERE });
  expect(await put('vendor', { baseUrl: null })).toMatchObject(keyAgain);
  expect(await put('painters', { baseUrl: null })).toMatchObject(keyAgain);
  expect(jsonOf(await put('vendor', { baseUrl: null, apiKey: null }))).toMatchObject({ hasKey: false, baseUrl: null });
  expect(jsonOf(await put('vendor', { baseUrl: ELSEWHERE })), 'no key to lose').toMatchObject({ baseUrl: ELSEWHERE });
  expect(jsonOf(await put('vendor', { baseUrl: null, apiKey: KEY }))).toMatchObject({ baseUrl: null, hasKey: true });
});

test('an address that is only tried never gets the stored key', async () => {
  asked.length = 0;
  expect(await tried('vendor', { baseUrl: ELSEWHERE })).toMatchObject(keyAgain);
  expect(asked).toEqual([]);
  jsonOf(await tried('vendor', { baseUrl: ELSEWHERE, apiKey: OTHER_KEY }));
  jsonOf(await tried('engine', { baseUrl: ELSEWHERE }));
  jsonOf(await tried('vendor', { baseUrl: `${USUAL}/beta` }));
  jsonOf(await tried('vendor', {}));
  expect(asked).toEqual([
    { baseUrl: ELSEWHERE, apiKey: OTHER_KEY },
    { baseUrl: ELSEWHERE, apiKey: undefined },
    { baseUrl: `${USUAL}/beta`, apiKey: KEY },
    { baseUrl: USUAL, apiKey: KEY },
  ]);
});
