import { expect, test } from 'vitest';
import { nextPath } from './next-path.ts';

test('who signs in goes on where they were', () => {
  expect(nextPath('/p/proj_1/w/work_1/generate?scene=3')).toBe('/p/proj_1/w/work_1/generate?scene=3');
});

test.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/login?next=/x',
])('nobody is led to %s', (wanted) => {
  expect(nextPath(wanted)).toBe('/projects');
});
