import { expect, test } from 'vitest';
import { filmTracks } from './film-tracks.ts';
import { film, REFS } from './film-to-deliver.ts';

test('the worked example: a film of 11.5 s with its text from 6.5 to 8.5 s, cut in the middle of its fade', () => {
  const { lengthFrames, picture, overlays, sounds, markers } = filmTracks(film().timeline);
  expect(lengthFrames).toBe(345);
  expect(picture).toMatchObject([
    { startFrame: 0, endFrame: 172, sourceFrame: 12, transition: { beforeFrames: 7, afterFrames: 8 } },
    { startFrame: 172, endFrame: 345, sourceFrame: 7, transition: null },
  ]);
  expect(overlays.map((lane) => lane.map(({ startFrame, endFrame }) => [startFrame, endFrame]))).toEqual([
    [[0, 345]],
    [[195, 255]],
  ]);
  expect(sounds).toMatchObject([{ startFrame: 0, endFrame: 345 }]);
  expect(markers).toEqual([{ frame: 225, label: 'Beat' }]);
});

test('a gap is a gap, and what is silent is no sound', () => {
  const clips = [{ id: 'b', media: REFS.second, startFrame: 30, endFrame: 60 }];
  const audio = [{ id: 'm', kind: 'music' as const, media: REFS.music, muted: true }];
  const tracks = filmTracks(film({ clips, audio, texts: [], images: [] }).timeline);
  expect(tracks.picture).toMatchObject([
    { clip: null, startFrame: 0, endFrame: 30 },
    { startFrame: 30, endFrame: 60 },
  ]);
  expect(tracks.sounds).toEqual([]);
});
