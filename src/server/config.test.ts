import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('nothing set gives a configuration that works on a fresh machine', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3001, role: 'all', databaseUrl: null });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3001, databaseUrl: null });
});

test('a wrong variable is named', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(/PORT/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/);
});

test('a worker of its own with the embedded database is refused in one sentence', () => {
  expect(() => readConfig({ SCENEWRIGHT_ROLE: 'worker' })).toThrow(/needs a database server/);
});

test.each(['loopback', '10.0.0.7', '10.0.0.0/8, fd00::/8', 'loopback,uniquelocal'])('%s may be a proxy', (list) => {
  expect(readConfig({ SCENEWRIGHT_TRUSTED_PROXIES: list }).trustedProxies).toEqual(list.split(/, ?/));
});

test.each(['everybody', '10.0.0.0/33', '0.0.0.0/0', 'loopback,'])('%s is no proxy to trust', (list) => {
  expect(() => readConfig({ SCENEWRIGHT_TRUSTED_PROXIES: list })).toThrow(/SCENEWRIGHT_TRUSTED_PROXIES/);
});

test('anybody may open an account unless it is said otherwise', () => {
  expect(readConfig({})).toMatchObject({ registration: 'open', limitsAttempts: true });
  expect(() => readConfig({ SCENEWRIGHT_REGISTRATION: 'friends' })).toThrow(/SCENEWRIGHT_REGISTRATION/);
});
