import { expect, test } from 'vitest';
import { hitBy, hitsAt, nextDeeper } from './hit-overlay.ts';

const box = { x: 0, y: 0, width: 100, height: 40, rotation: 0 };
const targets = [
  { id: 'lowest', box: { ...box, width: 400, height: 400 } },
  { id: 'middle', box },
  { id: 'turned', box: { ...box, rotation: 90 } },
];

test('a press takes the topmost, and a repeated one goes deeper and comes round', () => {
  const hits = hitsAt(targets, { x: 0, y: 0 }, 0);
  expect(hits).toEqual(['turned', 'middle', 'lowest']);
  expect(hitBy(hits, [])).toBe('turned');
  expect(nextDeeper(hits, 'turned')).toBe('middle');
  expect(nextDeeper(hits, 'lowest')).toBe('turned');
});

test('what is selected is held, even below something else', () => {
  expect(hitBy(hitsAt(targets, { x: 0, y: 0 }, 0), ['lowest'])).toBe('lowest');
});

test('a turned box is hit where it is seen', () => {
  expect(hitsAt(targets, { x: 0, y: 45 }, 0)).toEqual(['turned', 'lowest']);
  expect(hitsAt(targets, { x: 45, y: 0 }, 0)).toEqual(['middle', 'lowest']);
  expect(hitBy(hitsAt(targets, { x: 300, y: 0 }, 0), [])).toBeNull();
});

test('what is very small can be hit beside it', () => {
  const dot = [{ id: 'dot', box: { ...box, width: 4, height: 4 } }];
  expect(hitsAt(dot, { x: 10, y: 0 }, 24)).toEqual(['dot']);
});
