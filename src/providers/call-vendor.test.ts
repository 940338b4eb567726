import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { openVendorFetch } from '#media/vendor-fetch.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../test/provider-context.ts';
import { thrownBy } from '../../test/wires/checks.ts';
import { openWire, type Wire } from '../../test/wires/wire.ts';
import { callVendor, kindOfStatus, type Vendor, type VendorCall } from './call-vendor.ts';
import type { ProviderContext } from './provider.ts';

const KEY = 'sk-call-0123456789';

const vendor: Vendor = {
  id: 'vendor',
  refusal: ({ status, text }) => ({ kind: kindOfStatus(status), message: text }),
};

let wire: Wire;
beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

function call(more: Partial<VendorCall> = {}, given: Partial<ProviderContext> = {}) {
  const context = { scratch: '', ffmpeg: '', apiKey: KEY, baseUrl: wire.url, fetch: openVendorFetch(), ...given };
  const made: VendorCall = { method: 'POST', path: '/make', headers: { authorization: `Bearer ${KEY}` }, ...more };
  return callVendor(vendor, made, providerContext(context));
}

test('what is announced is what is sent, of any kind of body', async () => {
  const form = new FormData();
  form.set('prompt', 'A bottle');
  form.set('image', new Blob(['bytes'], { type: 'image/png' }), 'a.png');
  for (const body of [{ prompt: 'A bottle' }, form, Buffer.from('bytes'), undefined]) {
    const announced: string[] = [];
    wire.play({ json: {} });
    const sending = ({ sha256 }: { readonly sha256: string }) => Promise.resolve(void announced.push(sha256));
    await call({ paid: true, ...(body ? { body } : {}) }, { sending });
    const sent = wire.requests.map((request) => createHash('sha256').update(request.body).digest('hex'));
    expect(announced).toEqual(sent);
    expect(sent).toHaveLength(1);
  }
});

test('what is free is not announced', async () => {
  wire.play({ json: { models: [] } });
  const sending = () => Promise.reject(new Error('announced'));
  expect((await call({ method: 'GET' }, { sending })).json).toEqual({ models: [] });
});

test.each([
  [{ 'retry-after': '7' }, 7000, 7000],
  [{ 'retry-after-ms': '1500', 'retry-after': '7' }, 1500, 1500],
  [{ 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }, 3_000_000, 3_600_000],
  [{ 'retry-after': new Date(0).toUTCString() }, 0, 0],
  [{ 'retry-after': '1e300' }, 86_400_000, 86_400_000],
  [{ 'retry-after': 'Infinity' }, 86_400_000, 86_400_000],
])('waits as long as it is asked to: %o', async (headers, leastMs, mostMs) => {
  wire.play({ status: 429, headers, text: 'slow down' });
  const failure = await thrownBy(call({ paid: true }));
  expect(failure).toMatchObject({ kind: 'rate_limited', message: 'slow down', facts: { http: 429 } });
  const { retryAfterMs } = (failure as { facts: { retryAfterMs: number } }).facts;
  expect(retryAfterMs).toBeGreaterThanOrEqual(leastMs);
  expect(retryAfterMs).toBeLessThanOrEqual(mostMs);
});

test('nobody is followed to another address, and nothing is in doubt then', async () => {
  const elsewhere = await openWire();
  wire.play({ status: 307, headers: { location: `${elsewhere.url}/make?x=1` } });
  await expect(call({ paid: true, body: {} })).rejects.toMatchObject({
    kind: 'invalid_input',
    message: `its address sends us on to ${elsewhere.url}: that is to be set`,
    facts: { http: 307 },
  });
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
});

test('a key that cannot be one is refused before anything is announced, and is not repeated', async () => {
  wire.play({ json: {} });
  const announced: string[] = [];
  const sending = ({ sha256 }: { readonly sha256: string }) => Promise.resolve(void announced.push(sha256));
  for (const apiKey of ['sk-schlüssel-ключ', 'sk-two\nlines']) {
    const headers = { authorization: `Bearer ${apiKey}` };
    const failure = await thrownBy(call({ paid: true, headers }, { apiKey, sending }));
    expect(failure).toMatchObject({ kind: 'invalid_key' });
    expect(inspect(failure, { depth: 8 })).not.toContain(apiKey);
  }
  expect([announced, wire.requests]).toEqual([[], []]);
});

test('a vendor that repeats the key is not repeated', async () => {
  wire.play({ status: 401, text: `Wrong key: ${KEY}.` });
  const failure = await thrownBy(call({ paid: true }));
  expect(failure).toMatchObject({ kind: 'invalid_key', message: 'Wrong key: (key).' });
});

test('an answer that never ends is not read to its end', async () => {
  wire.play({ text: 'x'.repeat(3e6) });
  await expect(call({ maxBytes: 2e6 })).rejects.toMatchObject({
    kind: 'transient',
    message: 'its answer is larger than 2 MB',
  });
});

describe('a connection that was never made leaves nothing in doubt', () => {
  const failing = (cause: Error): Partial<ProviderContext> => ({
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
  });
  test.each([
    [Object.assign(new Error(), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'it cannot be reached'],
    [Object.assign(new Error(), { code: 'ETIMEDOUT', syscall: 'connect' }), 'it cannot be reached'],
    [new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]), 'it cannot be reached'],
    [Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }), 'its certificate does not hold'],
    [Object.assign(new Error(), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'its certificate does not hold'],
  ])('%o', async (cause, message) => {
    await expect(call({ paid: true }, failing(cause))).rejects.toMatchObject({ kind: 'transient', message });
  });

  test('one that broke later does', async () => {
    const broken = Object.assign(new Error(), { code: 'ECONNRESET', syscall: 'read' });
    await expect(call({ paid: true }, failing(broken))).rejects.toMatchObject({ kind: 'ambiguous' });
    await expect(call({}, failing(broken))).rejects.toMatchObject({ kind: 'transient' });
  });
});
