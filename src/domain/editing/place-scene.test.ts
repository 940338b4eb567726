import { expect, test } from 'vitest';
import { anEdit, placesOf } from './fixture/an-edit.ts';
import { placeScene } from './place-scene.ts';

const order = ['a', 'new', 'b'].map((sceneId, sceneIndex) => ({ sceneId, sceneIndex }));
const row = anEdit([60, 60]);
const edit = { ...row, clips: row.clips.map((clip) => ({ ...clip, sceneId: clip.id })) };
const media = { sha256: '9'.repeat(64), kind: 'video' as const, takeId: 'tak_1' };
const scene = { sceneId: 'new', sceneIndex: 1, plannedFrames: 45, media };

test('a scene goes where the script has it, as long as it is planned', () => {
  const placed = placeScene(edit, { id: 'n', scene, order, sourceFrames: 300 });
  expect(placesOf(placed)).toBe('a 0-60, n 60-105, b 105-165');
  expect(placed.clips[1]).toMatchObject({ sceneId: 'new', media });
  expect(placesOf(placeScene(edit, { id: 'n', scene: { ...scene, sceneIndex: 0 }, order, sourceFrames: null }))).toBe(
    'n 0-45, a 45-105, b 105-165',
  );
});

test('a scene is never longer than its clip', () => {
  const placed = placeScene(edit, { id: 'n', scene: { ...scene, sceneIndex: 9 }, order, sourceFrames: 30 });
  expect(placesOf(placed)).toBe('a 0-60, b 60-120, n 120-150');
});
