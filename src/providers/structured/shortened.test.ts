import { expect, test } from 'vitest';
import { shortened } from './shortened.ts';

test('a text that is too long ends between words, with an ellipsis', () => {
  expect(shortened(' Cold water all day ', 18)).toBe('Cold water all day');
  expect(shortened('Cold water, all day', 16)).toBe('Cold water, all…');
  expect(shortened('Cold water, all day', 14)).toBe('Cold water…');
});

test('a word longer than the room is cut, and a character never', () => {
  expect(shortened('Donaudampfschifffahrt', 6)).toBe('Donau…');
  expect(shortened('🎬🎬🎬🎬', 6)).toBe('🎬🎬…');
});
