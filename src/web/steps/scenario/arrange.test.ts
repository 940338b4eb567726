import { expect, test } from 'vitest';
import type { ScenarioScene } from '#contract/scene.ts';
import { duplicated, foreseen, inserted, moved, removed, resized, reworded } from './arrange.ts';

const scenes: readonly ScenarioScene[] = ['a', 'b', 'c'].map((id, scene_index) => ({
  id,
  scene_index,
  duration_seconds: scene_index + 2,
  image_prompt: `picture ${id}`,
  negative_prompt: '',
  video_prompt: '',
  transition: 'fade',
}));
const ids = (lines: readonly { readonly id?: string | undefined }[]) => lines.map(({ id }) => id ?? '+').join('');

test('a scene moves up and down, and one that is gone moves nothing', () => {
  expect(ids(moved('a', 2)(scenes))).toBe('bca');
  expect(ids(moved('c', 0)(scenes))).toBe('cab');
  expect(ids(moved('b', 1)(scenes))).toBe('abc');
  expect(ids(moved('x', 0)(scenes))).toBe('abc');
});

test('a new scene is as long as the one before it', () => {
  expect(inserted(1)(scenes)).toEqual([
    { id: 'a' },
    { duration_seconds: 2, transition: 'fade' },
    { id: 'b' },
    { id: 'c' },
  ]);
  expect(inserted(0)([])).toEqual([{ duration_seconds: 3, transition: 'cut' }]);
});

test('a copy has the same words, and is a scene of its own', () => {
  const lines = duplicated('b')(scenes);
  expect(ids(lines)).toBe('ab+c');
  expect(lines[2]).toMatchObject({ image_prompt: 'picture b', duration_seconds: 3 });
  expect(lines[2]).not.toHaveProperty('scene_index');
});

test('what is left out is deleted', () => {
  expect(ids(removed('b')(scenes))).toBe('ac');
});

test('lengths change where they are said', () => {
  expect(resized(new Map([['b', 9]]))(scenes)).toEqual([{ id: 'a' }, { id: 'b', duration_seconds: 9 }, { id: 'c' }]);
});

test('other words keep length and place, and words on the picture that are gone are emptied', () => {
  const written = { ...scenes[1], image_prompt: 'new', duration_seconds: 99 } as ScenarioScene;
  expect(reworded([written])(scenes)[1]).toEqual({
    id: 'b',
    image_prompt: 'new',
    negative_prompt: '',
    video_prompt: '',
    text_overlay: '',
    transition: 'fade',
  });
});

test('what will be there is shown before the server has answered', () => {
  const after = foreseen(scenes, moved('a', 2)(scenes));
  expect(after.map(({ id, scene_index }) => `${id}${scene_index}`)).toEqual(['b0', 'c1', 'a2']);
  expect(foreseen(scenes, inserted(1)(scenes))).toHaveLength(3);
});
