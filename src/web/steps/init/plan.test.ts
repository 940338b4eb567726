import { expect, test } from 'vitest';
import { fitOf, mostScenes, planOf } from './plan.ts';

const brief = { durationS: 30, sceneCount: null, ownPictures: null, analysis: null };
const shots = (...lengths: number[]) =>
  ({ scenes: lengths.map((duration_seconds) => ({ duration_seconds })) }) as never;

test('without a number of scenes a film is planned as the estimate assumes it', () => {
  expect(planOf(brief).lengthsS).toEqual([5, 5, 5, 5, 5, 5]);
  expect(planOf({ ...brief, durationS: 2 }).lengthsS).toEqual([2]);
  expect(planOf({ ...brief, sceneCount: 3 }).lengthsS).toEqual([10, 10, 10]);
});

test('each picture that is used as it is becomes a scene, however many were asked for', () => {
  expect(planOf({ ...brief, sceneCount: 7, ownPictures: 2 }).lengthsS).toEqual([15, 15]);
  expect(planOf({ ...brief, sceneCount: 3, ownPictures: 0 }).lengthsS).toHaveLength(3);
});

test('a film with as many scenes as its reference takes over their proportions', () => {
  expect(planOf({ ...brief, analysis: shots(2, 4) })).toEqual({ lengthsS: [10, 20], follows: 'reference' });
  expect(planOf({ ...brief, sceneCount: 3, analysis: shots(2, 4) }).follows).toBeNull();
  expect(planOf({ ...brief, analysis: shots() }).lengthsS).toHaveLength(6);
});

test('scenes that are too short are told before anything is asked for', () => {
  expect(mostScenes(30)).toBe(25);
  expect(mostScenes(1)).toBe(1);
  expect(mostScenes(600)).toBe(60);
  expect([fitOf(26, 30), fitOf(20, 30), fitOf(7, 30), fitOf(2, 30)]).toEqual(['too-many', 'quick', 'fits', 'long']);
});
