import { expect, test } from 'vitest';
import { transitionFromName } from './transition-names.ts';

test.each([
  ['wipe', 'wipeleft'],
  ['slide', 'slideleft'],
  ['Wipe Up', 'wipeup'],
  ['slide-right', 'slideright'],
  ['Cross dissolve', 'fade'],
  ['none', 'cut'],
  ['dissolve', 'dissolve'],
])('%s means %s', (name, type) => {
  expect(transitionFromName(name)).toEqual({ type, known: true });
});

test('an unknown name is a cut, and is said to be unknown', () => {
  expect(transitionFromName('star spin 3000')).toEqual({ type: 'cut', known: false });
});
