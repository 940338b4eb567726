import { expect, test } from 'vitest';
import { hexColour } from './hex-colour.ts';

test('a colour is read with or without #, short or long', () => {
  expect(hexColour(' #2e6b5e ')).toBe('#2E6B5E');
  expect(hexColour('2E6B5E')).toBe('#2E6B5E');
  expect(hexColour('#fa0')).toBe('#FFAA00');
});

test('what is no colour is refused', () => {
  for (const text of ['', '#12345', 'green', '#12345G']) expect(hexColour(text)).toBeNull();
});
