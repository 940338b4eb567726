import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRenderCache } from './render-cache.ts';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'scenewright-cache-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a piece is found under its name once it is kept', async () => {
  const cache = await openRenderCache(join(directory, 'pieces'));
  expect(await cache.find('a.mp4')).toBeNull();
  writeFileSync(join(directory, 'made'), 'picture');
  const path = await cache.keep('a.mp4', join(directory, 'made'));
  expect(await cache.find('a.mp4')).toBe(path);
  expect(existsSync(join(directory, 'made'))).toBe(false);
});

test('when the cache is full the piece that was not asked for the longest goes first, and none in use', async () => {
  for (const [name, usedS] of [
    ['old', 100],
    ['older', 50],
    ['new', 200],
    ['used', 10],
  ] as const) {
    writeFileSync(join(directory, name), 'x'.repeat(100));
    utimesSync(join(directory, name), usedS, usedS);
  }
  const cache = await openRenderCache(directory);
  await cache.find('used');
  await cache.prune(250);
  expect(readdirSync(directory).toSorted()).toEqual(['new', 'used']);
  await cache.prune(0);
  expect(readdirSync(directory)).toEqual(['used']);
});

test('several caches are kept below one size together', async () => {
  const caches = ['one', 'other'].map((name) => join(directory, name));
  const [one = '', other = ''] = caches;
  const cache = await openRenderCache(one, directory);
  await openRenderCache(other, directory);
  for (const [folder, name, usedS] of [
    [one, 'new', 200],
    [one, 'old', 50],
    [other, 'older', 10],
    [other, 'newest', 300],
  ] as const) {
    writeFileSync(join(folder, name), 'x'.repeat(100));
    utimesSync(join(folder, name), usedS, usedS);
  }
  await cache.prune(200);
  expect(caches.map((folder) => readdirSync(folder))).toEqual([['new'], ['newest']]);
});

test('of the sounds of an edit the last few are kept, and no picture goes for it', async () => {
  for (const [name, usedS] of [
    ['old.m4a', 100],
    ['new.m4a', 300],
    ['older.m4a', 50],
    ['given.m4a', 10],
    ['oldest.mp4', 1],
  ] as const) {
    writeFileSync(join(directory, name), 'x');
    utimesSync(join(directory, name), usedS, usedS);
  }
  const cache = await openRenderCache(directory);
  await cache.find('given.m4a');
  utimesSync(join(directory, 'given.m4a'), 10, 10);
  await cache.keepLast('.m4a', 2);
  expect(readdirSync(directory).toSorted()).toEqual(['given.m4a', 'new.m4a', 'old.m4a', 'oldest.mp4']);
});
