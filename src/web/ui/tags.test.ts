import { expect, test } from 'vitest';
import { addTags } from './tags.ts';

test('a text becomes tags at its commas and lines', () => {
  expect(addTags(['logos'], ' text,  people ;plastic\nsmoke,')).toEqual([
    'logos',
    'text',
    'people',
    'plastic',
    'smoke',
  ]);
});

test('the same tag twice, however it is written, stays where and as it was', () => {
  expect(addTags(['Logos', 'text'], 'logos, new, NEW')).toEqual(['Logos', 'text', 'new']);
});

test('no more tags than are allowed', () => {
  expect(addTags(['a', 'b'], 'c, d', 3)).toEqual(['a', 'b', 'c']);
});
