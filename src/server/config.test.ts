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
