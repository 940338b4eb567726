import { expect, test } from 'vitest';
import { AudioTrack, Timeline } from '#contract/timeline.ts';
import { soundSignature } from './sound-signature.ts';

const media = (kind: 'video' | 'audio', letter: string) => ({ sha256: letter.repeat(64), kind }) as const;
const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [
    { id: 'a', media: media('video', 'a'), startFrame: 0, endFrame: 60 },
    { id: 'b', media: media('video', 'b'), startFrame: 60, endFrame: 120 },
  ],
  texts: [{ id: 't', text: 'Words', startFrame: 0, endFrame: 30, fontSize: 40 }],
  audio: [{ id: 'm', kind: 'music', media: media('audio', 'c') }],
});
const all = (): boolean => true;
const music = AudioTrack.parse(film.audio[0]);
const [first, second] = film.clips;
if (!first || !second) throw new Error('the film has two clips');

test('words over the film change nothing of its sound', () => {
  expect(soundSignature({ ...film, texts: [] } as Timeline, all)).toBe(soundSignature(film, all));
});

test('what is heard makes another sound: a volume, a length, a transition, a fade, a loudness', () => {
  const changed: readonly Timeline[] = [
    { ...film, audio: [{ ...music, volume: 0.5 }] },
    { ...film, audio: [{ ...music, fadeOutFrames: 15 }] },
    { ...film, loudnessLufs: -14 },
    { ...film, clips: [first, { ...second, endFrame: 100 }] },
    { ...film, clips: [{ ...first, transition: { type: 'fade', durationFrames: 10 } }, second] },
    { ...film, clips: [first, { ...second, muted: true }] },
  ];
  const signatures = [film, ...changed].map((one) => soundSignature(one, all));
  expect(new Set(signatures).size).toBe(signatures.length);
});

test('a track that is muted is as good as none, and a film in which nothing sounds has no sound', () => {
  const silent = { ...film, audio: [{ ...music, muted: true }] };
  expect(soundSignature(silent, all)).toBe(soundSignature({ ...film, audio: [] }, all));
  expect(soundSignature(silent, () => false)).toBeNull();
});
