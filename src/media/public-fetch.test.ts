import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPublicFetch } from './public-fetch.ts';

let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    asked++;
    response.end('hello');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

test('a vendor at an address that a user named is asked where it lies on the public internet', async () => {
  const publicFetch = openPublicFetch({ resolve, isPublic: () => true });
  const answer = await publicFetch(`http://gateway.example:${port}/v1`, { method: 'POST', body: 'hi' });
  expect(await answer.text()).toBe('hello');
  expect(await (await publicFetch(`http://127.0.0.1:${port}/v1`)).text()).toBe('hello');
});

test.each(['http://gateway.example', 'http://127.0.0.1', 'http://2130706433', 'http://[::1]'])(
  'where %s is this machine, nothing is sent, and it counts as one that cannot be reached',
  async (origin) => {
    const before = asked;
    const failure = await openPublicFetch({ resolve })(`${origin}:${port}/v1`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    const { cause } = failure as Error;
    expect(cause ?? failure).toMatchObject({
      code: 'EHOSTUNREACH',
      message: expect.stringContaining('does not lie on the public internet'),
    });
    expect(asked).toBe(before);
  },
);
