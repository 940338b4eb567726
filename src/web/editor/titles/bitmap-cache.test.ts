import { expect, test } from 'vitest';
import { bitmapCache } from './bitmap-cache.ts';

const closed: string[] = [];
const bitmap = (name: string, side: number) => ({
  image: { width: side, height: side, close: () => closed.push(name) },
  x: 0,
  y: 0,
});

test('what was not asked for longest is given back first, and the newest is kept whatever its size', () => {
  const cache = bitmapCache(1000);
  cache.set('a', bitmap('a', 10)); // 400 bytes
  cache.set('b', bitmap('b', 10));
  expect(cache.get('a')).toBeDefined();
  cache.set('c', bitmap('c', 10));
  expect(closed).toEqual(['b']);
  cache.set('huge', bitmap('huge', 100));
  expect(closed).toEqual(['b', 'a', 'c']);
  expect(cache.has('huge')).toBe(true);
  cache.set('huge', bitmap('again', 1)); // in its place
  expect(closed.at(-1)).toBe('huge');
  cache.clear();
  expect(closed.at(-1)).toBe('again');
});

test('that nothing is seen is kept too', () => {
  const cache = bitmapCache(1);
  cache.set('none', { image: null, x: 0, y: 0 });
  expect(cache.get('none')).toEqual({ image: null, x: 0, y: 0 });
});
