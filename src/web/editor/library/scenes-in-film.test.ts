import { expect, test } from 'vitest';
import type { EditScene } from '#contract/edit.ts';
import { anEdit } from '#domain/editing/fixture/an-edit.ts';
import { layoutOf } from '../timeline/timeline-layout.ts';
import { clipToGoTo, sceneAt, scenesInFilm } from './scenes-in-film.ts';

const scene = (sceneIndex: number, sceneId: string): EditScene => ({
  sceneId: sceneId as EditScene['sceneId'],
  sceneIndex,
  imagePrompt: 'A bottle on warm stone, medium shot',
  plannedFrames: 75,
  transition: 'fade',
  textOverlay: null,
  media: null,
  takeNumber: null,
});
const row = anEdit([{ frames: 90, fade: 10 }, 60, 30]);
const sceneIds = ['scn_a', 'scn_b', 'scn_a'];
const layout = layoutOf({
  ...row,
  clips: row.clips.map((clip, place) => ({ ...clip, sceneId: sceneIds[place] ?? '' })),
});
const [first, second, third] = scenesInFilm([scene(0, 'scn_a'), scene(1, 'scn_b'), scene(2, 'scn_c')], layout);

test('a scene says what it takes of the film; one that is not in it, what the script plans', () => {
  expect([first?.lengthFrames, second?.lengthFrames, third?.lengthFrames]).toEqual([110, 60, 75]);
  expect(first).toMatchObject({ number: '01', title: 'A bottle on warm stone' });
});

test('the scene at the playhead is the one that is seen, from where its transition begins', () => {
  expect([0, 79, 80, 140, 999].map((frame) => sceneAt(layout, frame))).toEqual([
    'scn_a',
    'scn_a',
    'scn_b',
    'scn_a',
    null,
  ]);
});

test('going to a scene again goes to its next clip', () => {
  if (!first || !third) throw new Error('no scenes');
  expect([clipToGoTo(first, 0)?.id, clipToGoTo(first, 140)?.id, clipToGoTo(third, 0)]).toEqual(['c', 'a', null]);
});
