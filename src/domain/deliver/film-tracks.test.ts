import { expect, test } from 'vitest';
import { filmTracks } from './film-tracks.ts';
import { film, REFS } from './film-to-deliver.ts';

test('the worked example: a film of 11.5 s with its text from 6.5 to 8.5 s, cut in the middle of its fade', () => {
  const { lengthFrames, picture, overlays, sounds, markers } = filmTracks(film());
  expect(lengthFrames).toBe(345);
  expect(picture).toMatchObject([
    { startFrame: 0, endFrame: 172, sourceFrame: 12, transition: { beforeFrames: 7, afterFrames: 8 } },
    { startFrame: 172, endFrame: 345, sourceFrame: 7, transition: null },
  ]);
  expect(overlays.map((lane) => lane.map(({ startFrame, endFrame }) => [startFrame, endFrame]))).toEqual([
    [[0, 345]],
    [[195, 255]],
  ]);
  expect(sounds).toMatchObject([{ startFrame: 0, endFrame: 210 }]); // of 8 s, from its first second on
  expect(markers).toEqual([{ frame: 225, label: 'Beat' }]);
});

test('a gap is a gap, and what is silent is no sound', () => {
  const clips = [{ id: 'b', media: REFS.second, startFrame: 30, endFrame: 60 }];
  const audio = [{ id: 'm', kind: 'music' as const, media: REFS.music, muted: true }];
  const tracks = filmTracks(film({ clips, audio, texts: [], images: [] }));
  expect(tracks.picture).toMatchObject([
    { clip: null, startFrame: 0, endFrame: 30 },
    { startFrame: 30, endFrame: 60 },
  ]);
  expect(tracks.sounds).toEqual([]);
});

test('a clip that is seen in nothing but its transition is cut where that ends', () => {
  const fade = { type: 'fade', durationFrames: 1 };
  const clips = [
    { id: 'a', media: REFS.first, startFrame: 0, endFrame: 2, transition: fade },
    { id: 'b', media: REFS.second, startFrame: 0, endFrame: 3 }, // over it on the wire already
  ];
  expect(filmTracks(film({ clips, texts: [], images: [], audio: [] })).picture).toMatchObject([
    { startFrame: 0, endFrame: 1, sourceFrame: 0, transition: { beforeFrames: 1, afterFrames: 0 } },
    { startFrame: 1, endFrame: 3, sourceFrame: 1, transition: null },
  ]);
});
