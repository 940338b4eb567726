import { expect, test } from 'vitest';
import { initialsOf } from './initials-of.ts';

test('a name stands in two letters, of its first and last word', () => {
  expect(initialsOf('Merve Nur Okan')).toBe('MO');
  expect(initialsOf('ada')).toBe('AD');
  expect(initialsOf('  山田 太郎 ')).toBe('山太');
  expect(initialsOf('👩‍🚀')).not.toBe('');
  expect(initialsOf('')).toBe('');
});
