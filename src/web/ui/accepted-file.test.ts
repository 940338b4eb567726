import { expect, test } from 'vitest';
import { isAcceptedFile } from './accepted-file.ts';

const photo = { name: 'Bottle.JPG', type: 'image/jpeg' };

test('a file is taken by its type, its kind or its ending', () => {
  expect(isAcceptedFile(photo, 'image/jpeg')).toBe(true);
  expect(isAcceptedFile(photo, 'video/*, image/*')).toBe(true);
  expect(isAcceptedFile(photo, '.jpg')).toBe(true);
  expect(isAcceptedFile(photo, '')).toBe(true);
});

test('another kind of file is not taken', () => {
  expect(isAcceptedFile(photo, 'video/*')).toBe(false);
  expect(isAcceptedFile(photo, 'image/png,.png')).toBe(false);
  expect(isAcceptedFile({ name: 'notes', type: '' }, 'image/*')).toBe(false);
});
