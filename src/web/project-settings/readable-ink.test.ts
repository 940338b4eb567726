import { expect, test } from 'vitest';
import { readableInk } from './readable-ink.ts';

test('words stand out from the colour they lie on', () => {
  expect(['#ffffff', '#fff', '#ffd166', '#12b5a6'].map(readableInk)).toEqual(Array(4).fill('#000000'));
  expect(['#000', '#0e1b3d', '#6c4cf1', '#800000'].map(readableInk)).toEqual(Array(4).fill('#ffffff'));
});
