import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { TransitionType } from '#contract/scene.ts';
import { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from './nominal-to-output.ts';
import { overlaysIn, planFilm } from './plan-film.ts';

const media = { sha256: 'a'.repeat(64), kind: 'video' as const };

function aFilm(parts: Partial<z.input<typeof Timeline>>): Timeline {
  return Timeline.parse({ schemaVersion: 1, fps: { num: 30, den: 1 }, width: 96, height: 128, clips: [], ...parts });
}

const films = fc
  .record({
    clips: fc.array(
      fc.record({
        gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 40 })),
        length: fc.integer({ min: 1, max: 900 }),
        type: fc.constantFrom(...TransitionType.options),
        frames: fc.integer({ min: 0, max: 60 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    texts: fc.array(fc.record({ from: fc.integer({ min: 0, max: 2000 }), length: fc.integer({ min: 1, max: 300 }) }), {
      maxLength: 5,
    }),
  })
  .map(({ clips, texts }) => {
    let at = 0;
    return aFilm({
      clips: clips.map(({ gap, length, type, frames }, place) => {
        const startFrame = at + gap;
        at = startFrame + length;
        return {
          id: `clip-${String(place)}`,
          media,
          startFrame,
          endFrame: at,
          transition: { type, durationFrames: frames },
        };
      }),
      texts: texts.map(({ from, length }, place) => ({
        id: `text-${String(place)}`,
        text: 'words',
        fontSize: 20,
        startFrame: from,
        endFrame: from + length,
      })),
    });
  });

test('segments tile the film, without a gap and without an overlap', () => {
  fc.assert(
    fc.property(films, (film) => {
      const { segments, lengthFrames } = planFilm(film);
      expect(lengthFrames).toBe(outputLengthFrames(film));
      let at = 0;
      for (const { startFrame, endFrame } of segments) {
        expect(startFrame).toBe(at);
        expect(endFrame).toBeGreaterThan(startFrame);
        at = endFrame;
      }
      expect(at).toBe(lengthFrames);
    }),
  );
});

test('a segment lies in one shot, and wholly in its transition or wholly before it', () => {
  fc.assert(
    fc.property(films, (film) => {
      for (const { startFrame, endFrame, shot } of planFilm(film).segments) {
        expect(startFrame >= shot.startFrame && endFrame <= shot.endFrame).toBe(true);
        if (shot.join) expect(startFrame >= shot.join.startFrame || endFrame <= shot.join.startFrame).toBe(true);
      }
    }),
  );
});

test('an overlay is seen in whole segments only', () => {
  fc.assert(
    fc.property(films, (film) => {
      const plan = planFilm(film);
      for (const segment of plan.segments) {
        for (const overlay of overlaysIn(plan, segment)) {
          expect(overlay.startFrame <= segment.startFrame && overlay.endFrame >= segment.endFrame).toBe(true);
        }
      }
    }),
  );
});

test('a shot goes on in its source where the transition before it left off', () => {
  const film = aFilm({
    clips: [
      { id: 'a', media, startFrame: 0, endFrame: 60, transition: { type: 'fade', durationFrames: 10 } },
      { id: 'b', media, startFrame: 60, endFrame: 120, sourceStartFrame: 7 },
    ],
  });
  const { shots } = planFilm(film);
  expect(shots.map(({ startFrame, endFrame, sourceFrame }) => [startFrame, endFrame, sourceFrame])).toEqual([
    [0, 60, 0],
    [60, 110, 17],
  ]);
  expect(shots[0]?.join?.startFrame).toBe(50);
});

test('words that are only spaces are no overlay', () => {
  const clips = [{ id: 'a', media, startFrame: 0, endFrame: 60 }];
  const texts = [{ id: 't', text: ' \n ', fontSize: 20, startFrame: 10, endFrame: 20 }];
  expect(planFilm(aFilm({ clips, texts })).segments).toHaveLength(1);
});

test('the largest film is divided by looking at each text once', () => {
  const SECOND = 30;
  const film = aFilm({
    clips: Array.from({ length: 500 }, (_, place) => ({
      id: `clip-${String(place)}`,
      media,
      startFrame: place * 14 * SECOND,
      endFrame: (place + 1) * 14 * SECOND,
      transition: { type: 'fade' as const, durationFrames: 10 },
    })),
    texts: Array.from({ length: 500 }, (_, place) => ({
      id: `text-${String(place)}`,
      text: 'words',
      fontSize: 20,
      startFrame: place * 400,
      endFrame: place * 400 + 4000,
    })),
  });
  let looks = 0;
  const texts = film.texts.map((overlay) => ({
    ...overlay,
    get text() {
      looks++;
      return overlay.text;
    },
  }));
  const { segments } = planFilm({ ...film, texts });
  expect(segments.length).toBeGreaterThan(1500);
  expect(looks).toBe(500);
});

test('an overlay comes and goes in five seconds at most', () => {
  const animation = { in: 'rise' as const, out: 'fade' as const, inFrames: 9000, outFrames: 9000, staggerFrames: 20 };
  const clips = [{ id: 'a', media, startFrame: 0, endFrame: 20_000 }];
  const text = { id: 't', text: 'Up', fontSize: 20, startFrame: 0, endFrame: 20_000, animation };
  expect(planFilm(aFilm({ clips, texts: [text] })).overlays[0]?.overlay.animation).toEqual({
    ...animation,
    inFrames: 150,
    outFrames: 150,
  });
});
