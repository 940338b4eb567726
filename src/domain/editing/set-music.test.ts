import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { timelineFromScenario } from '../timeline/from-scenario.ts';
import { filmSpanOf } from './film-spans.ts';
import { setMusic } from './set-music.ts';

const sound = (letter: string) => ({ sha256: letter.repeat(64), kind: 'audio' as const });
const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [{ id: 'a', media: { ...sound('a'), kind: 'video' }, startFrame: 0, endFrame: 90 }],
  audio: [{ id: 'v', kind: 'voice', media: sound('f'), startFrame: 10, endFrame: 40 }],
});

test('music lies under the whole film, makes room for voices and fades in and out', () => {
  const [music, voice] = setMusic(film, { media: sound('b'), id: 'm' }).audio;
  expect(music).toMatchObject({ id: 'm', kind: 'music', duckDb: 10, fadeInFrames: 9, fadeOutFrames: 48 });
  expect(voice).toBe(film.audio[0]);
  expect(music && filmSpanOf(film, { kind: 'audio', item: music })).toEqual({ startFrame: 0, endFrame: 90 });
});

test('music laid in by hand begins as that of a first edit does, at every rate', () => {
  for (const fps of [
    { num: 30, den: 1 },
    { num: 24000, den: 1001 },
    { num: 25, den: 1 },
    { num: 60000, den: 1001 },
  ]) {
    const media = sound('b');
    const first = timelineFromScenario({ scenes: [], fps, width: 1080, height: 1920, music: media });
    const { audio } = setMusic({ ...first, audio: [] }, { media, id: 'audio_music' });
    expect(audio).toEqual(first.audio);
    expect(audio).toHaveLength(1);
  }
});

test('another piece takes the place of the music there is, at its level, from its own beginning to the end', () => {
  const first = setMusic(film, { media: sound('b'), id: 'm' });
  const set = {
    ...first,
    audio: first.audio.map((one) =>
      one.id === 'm' ? { ...one, volume: 0.3, startFrame: 20, endFrame: 50, sourceStartFrame: 7 } : one,
    ),
  };
  const { audio } = setMusic(set, { media: sound('c'), id: 'other' });
  expect(audio).toHaveLength(2);
  expect(audio[0]).toEqual({ ...first.audio[0], media: sound('c'), volume: 0.3 });
  expect(setMusic(set, { media: sound('b'), id: 'other' })).toBe(set);
});
