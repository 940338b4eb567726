import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { checkFilm } from './check-film.ts';

const media = { sha256: 'a'.repeat(64), kind: 'video' as const };
const SECOND = 30;

function aFilm(parts: {
  readonly clips: number;
  readonly clipFrames?: number;
  readonly texts?: readonly (readonly [startFrame: number, endFrame: number])[];
}) {
  const { clips, clipFrames = SECOND, texts = [] } = parts;
  return Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 96,
    height: 128,
    clips: Array.from({ length: clips }, (_, place) => ({
      id: `clip-${String(place)}`,
      media,
      startFrame: place * clipFrames,
      endFrame: (place + 1) * clipFrames,
    })),
    texts: texts.map(([startFrame, endFrame], place) => ({
      id: `text-${String(place)}`,
      text: 'words',
      fontSize: 20,
      startFrame,
      endFrame,
    })),
  });
}

const after = (count: number) => Array.from({ length: count }, (_, place) => [place * 10, place * 10 + 10] as const);
const together = (count: number) => Array.from({ length: count }, () => [0, 90] as const);
const refusal = (reason: RegExp) =>
  expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(reason) });

test('a film as large as one is rendered is taken', () => {
  checkFilm(aFilm({ clips: 400, texts: after(500) }));
  checkFilm(aFilm({ clips: 2, clipFrames: 3600 * SECOND, texts: together(50) }));
});

test.each([
  ['of too many clips', { clips: 401 }, /at most 400 clips, and this one has 401/],
  ['under too many texts', { clips: 1, texts: after(501) }, /at most 500 texts and pictures/],
  ['of more than two hours', { clips: 3, clipFrames: 2400 * SECOND + 1 }, /at most 2 hours/],
  [
    'with too many texts at the same moment',
    { clips: 1, texts: together(51) },
    /at most 50 texts and pictures .* same moment/,
  ],
])('a film %s is refused in a sentence', (_what, parts, reason) => {
  expect(() => checkFilm(aFilm(parts))).toThrow(refusal(reason));
});
