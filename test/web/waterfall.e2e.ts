import { type Asked, longestChain } from './row-of-requests.ts';
import { expect, test } from './studio.ts';

test('a row of requests is as long as what waits for what', () => {
  const asked = (what: string, fromMs: number, toMs: number): Asked => ({ what, fromMs, toMs });
  expect(longestChain([asked('a', 0, 300), asked('b', 10, 320)])).toHaveLength(1);
  expect(longestChain([asked('c', 700, 900), asked('a', 0, 300), asked('b', 310, 600)])).toEqual(['a', 'b', 'c']);
});
