import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedFetch, type GuardedFetch } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

/** What the server was asked, so that a refusal can be seen to have reached nobody. */
const asked: { readonly url: string; readonly headers: NodeJS.Dict<string | string[]> }[] = [];
const pages = new Map<string, RequestListener>();
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    const page = pages.get(request.url ?? '');
    if (page) page(request, response);
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve);
  });
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = (more: Partial<GuardedFetch> = {}): GuardedFetch => ({
  protocols: ['https:', 'http:'],
  maxBytes: 1000,
  timeoutMs: 5000,
  accept: '*/*',
  allowedOrigins: [],
  ...more,
});

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const get = (url: string, more: Partial<GuardedFetch> = {}) => guardedFetch(url, options(more), textOf);
const local = (): string => `http://127.0.0.1:${port}`;
const trusted = (): Partial<GuardedFetch> => ({ allowedOrigins: [local()] });
const sends = (path: string, page: RequestListener): void => void pages.set(path, page);

test.each([
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f.0.0.1',
  'http://0177.0.0.1',
  'http://0',
  'http://0.0.0.0',
  'http://localhost',
  'http://[::1]',
  'http://[::]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://①②⑦.⓪.⓪.①',
])('%s is this machine, and is not asked', async (origin) => {
  const before = asked.length;
  await expect(get(`${origin}:${port}/`)).rejects.toMatchObject({
    code: 'url_refused',
    facts: { reason: 'it does not lie on the public internet' },
  });
  expect(asked).toHaveLength(before);
});

test('only addresses of the public internet are public', () => {
  const inside = [
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '127.255.255.255',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '0.1.2.3',
    '240.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '100::1',
    'not an address',
    '',
  ];
  expect(inside.filter(isPublicAddress)).toEqual([]);
  const outside = [
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ];
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('a name that leads inside is refused, one bad address among good ones too', async () => {
  const before = asked.length;
  for (const addresses of [['127.0.0.1'], ['10.1.2.3'], ['8.8.8.8', '127.0.0.1'], ['fd00::1'], []]) {
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    await expect(get(`http://inside.test:${port}/`, { resolve })).rejects.toMatchObject({ code: 'url_refused' });
  }
  expect(asked).toHaveLength(before);
});

test('a name is looked up once, and the connection goes to what was looked at', async () => {
  let lookups = 0;
  const resolve = async () => {
    lookups++;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const allowedOrigins = [`http://pinned.test:${port}`];
  expect((await get(`http://pinned.test:${port}/`, { resolve, allowedOrigins })).content).toBe('hello');
  expect(asked.at(-1)?.headers['host']).toBe(`pinned.test:${port}`);
  expect(lookups).toBe(1);
});

test('a redirect to the inside is refused where the first address was fine', async () => {
  sends('/to-metadata', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end());
  sends('/to-loopback', (_, response) => response.writeHead(307, { location: `http://127.0.0.2:${port}/` }).end());
  sends('/to-file', (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end());
  for (const path of ['/to-metadata', '/to-loopback', '/to-file']) {
    await expect(get(local() + path, trusted())).rejects.toMatchObject({ code: 'url_refused' });
  }
  expect(asked.at(-1)?.url).toBe('/to-file');
});

test('redirects are followed five times and no more', async () => {
  for (let hop = 0; hop < 9; hop++) {
    sends(`/hop${hop}`, (_, response) => response.writeHead(302, { location: `/hop${hop + 1}` }).end());
  }
  pages.delete('/hop5');
  const fetched = await get(`${local()}/hop0`, trusted());
  expect([fetched.content, fetched.url.pathname]).toEqual(['hello', '/hop5']);
  sends('/hop5', (_, response) => response.writeHead(302, { location: '/hop6' }).end());
  await expect(get(`${local()}/hop0`, trusted())).rejects.toMatchObject({ code: 'url_refused' });
});

test('other protocols and names with passwords are refused', async () => {
  for (const url of ['ftp://example.com/x', 'file:///etc/passwd', 'gopher://example.com', 'javascript:1', 'nonsense']) {
    await expect(get(url)).rejects.toMatchObject({ code: 'url_refused' });
  }
  await expect(get('https://user:secret@example.com/')).rejects.toMatchObject({ code: 'url_refused' });
  await expect(get('http://example.com/', { protocols: ['https:'] })).rejects.toMatchObject({
    facts: { reason: 'only https:// is taken' },
  });
});

test('what is larger than allowed is cut off, whether it says so, hides it, or unpacks to it', async () => {
  sends('/announced', (_, response) => response.writeHead(200, { 'content-length': '5000' }).end(Buffer.alloc(5000)));
  sends('/hidden', (_, response) => {
    response.writeHead(200, {});
    response.write(Buffer.alloc(900));
    response.end(Buffer.alloc(900));
  });
  sends('/bomb', (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  );
  for (const path of ['/announced', '/hidden', '/bomb']) {
    await expect(get(local() + path, trusted())).rejects.toMatchObject({ code: 'too_large' });
  }
});

test('a page that is packed all the same is read', async () => {
  sends('/packed', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('inside')));
  expect((await get(`${local()}/packed`, trusted())).content).toBe('inside');
});

test('a sender that never ends is given up, and one that is not there is told so', async () => {
  sends('/silent', () => {});
  sends('/drips', (_, response) => {
    response.writeHead(200, {});
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  });
  for (const path of ['/silent', '/drips']) {
    await expect(get(local() + path, { ...trusted(), timeoutMs: 200 })).rejects.toMatchObject({
      facts: { reason: 'it takes too long' },
    });
  }
  await expect(get('http://127.0.0.1:1/', { allowedOrigins: ['http://127.0.0.1:1'] })).rejects.toMatchObject({
    facts: { reason: 'it cannot be reached' },
  });
});

test('an answer that is no success is told, without the query, where keys are written', async () => {
  sends('/gone?key=secret', (_, response) => response.writeHead(404).end());
  const failure = await get(`${local()}/gone?key=secret`, trusted()).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'url_refused', facts: { reason: 'it answers 404', url: `${local()}/gone` } });
  expect(String(failure)).not.toContain('secret');
});

test('nothing of ours is sent along, not even after a redirect', async () => {
  sends('/cookie', (_, response) => response.writeHead(302, { location: '/', 'set-cookie': 'a=b' }).end());
  await get(`${local()}/cookie`, trusted());
  expect(Object.keys(asked.at(-1)?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('headers that were given go to the origin of the address, and not to another it sends us on to', async () => {
  const other = createServer((request, response) => {
    asked.push({ url: `other ${request.url}`, headers: request.headers });
    response.end('there');
  });
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  sends('/signed', (_, response) => void response.writeHead(302, { location: '/signed/2' }).end());
  sends('/signed/2', (_, response) => void response.writeHead(302, { location: `${elsewhere}/open` }).end());
  try {
    asked.length = 0;
    await get(`${local()}/signed`, { headers: { authorization: 'Bearer key' }, allowedOrigins: [local(), elsewhere] });
    expect(asked.map(({ url, headers }) => [url, headers['authorization']])).toEqual([
      ['/signed', 'Bearer key'],
      ['/signed/2', 'Bearer key'],
      ['other /open', undefined],
    ]);
  } finally {
    other.close();
  }
});

test('what may be there another time is told from what never will be', async () => {
  sends('/expired', (_, response) => void response.writeHead(403).end());
  await expect(get(`${local()}/expired`, trusted())).rejects.toMatchObject({ facts: { mayPass: true } });
  await expect(get('http://127.0.0.1:1/', { allowedOrigins: ['http://127.0.0.1:1'] })).rejects.toMatchObject({
    facts: { mayPass: true },
  });
  await expect(get('http://10.0.0.1/')).rejects.not.toMatchObject({ facts: { mayPass: true } });
});

test('whoever stops waiting stops the fetch', async () => {
  sends('/waits', () => {});
  const stop = new AbortController();
  const fetching = get(`${local()}/waits`, { ...trusted(), signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 50);
  await expect(fetching).rejects.toThrow('enough');
});
