import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from './nominal-to-output.ts';
import { boxOfOverlay } from './overlay-box.ts';
import { reframe } from './reframe.ts';
import { retime, retimedFrame } from './retime.ts';

const FPS = { num: 30, den: 1 };
const tall = { width: 1080, height: 1920, fps: FPS };
const wide = { width: 1920, height: 1080, fps: FPS };
const square = { width: 1080, height: 1080, fps: FPS };

function film(parts: Partial<z.input<typeof Timeline>> = {}, shape = tall): Timeline {
  const media = { sha256: '0'.repeat(64), kind: 'video' as const };
  const clips = [
    { id: 'a', media, startFrame: 0, endFrame: 90, transition: { type: 'fade' as const, durationFrames: 15 } },
    { id: 'b', media, startFrame: 90, endFrame: 200 },
  ];
  return Timeline.parse({ schemaVersion: 1, ...shape, clips, ...parts });
}

const span = { startFrame: 0, endFrame: 60 };

function isInside(box: ReturnType<typeof boxOfOverlay>, frame: { width: number; height: number }): boolean {
  const near = 0.5;
  return (
    Math.abs(box.x) + box.width / 2 <= frame.width / 2 + near &&
    Math.abs(box.y) + box.height / 2 <= frame.height / 2 + near
  );
}

describe('a film in another frame', () => {
  test('is the same film in its own', () => {
    const one = film({ texts: [{ id: 't', ...span, text: 'Hello', fontSize: 80, centerY: 500 }] });
    expect(reframe(one, tall)).toEqual(one);
  });

  test('keeps its letters’ size where the shorter side is the same, and their place as a share of the frame', () => {
    const [text] = reframe(
      film({ texts: [{ id: 't', ...span, text: 'Hello', fontSize: 80, centerY: 480 }] }),
      wide,
    ).texts;
    expect(text).toMatchObject({ fontSize: 80, centerX: 0, centerY: 270 });
  });

  test('scales letters by the shorter side', () => {
    const small = { width: 540, height: 960, fps: FPS };
    const [text] = reframe(
      film({ texts: [{ id: 't', ...span, text: 'Hello', fontSize: 80, centerY: 480 }] }),
      small,
    ).texts;
    expect(text).toMatchObject({ fontSize: 40, centerY: 240 });
  });

  test('keeps a headline above its second line when the frame gets lower', () => {
    const texts = [
      { id: 'head', ...span, text: 'Made for', fontSize: 100, centerY: -600 },
      { id: 'body', ...span, text: 'the long way', fontSize: 60, centerY: -500 },
    ];
    const [head, body] = reframe(film({ texts }), wide).texts.map(boxOfOverlay);
    expect((body?.y ?? 0) - (head?.y ?? 0)).toBeCloseTo(100, 0);
  });

  test('breaks a line that is too long for a narrow frame, and moves what stood below it', () => {
    const texts = [
      { id: 'long', ...span, text: 'Keeps your water cold for twenty four hours and a day', fontSize: 70, centerY: 0 },
      { id: 'below', ...span, text: 'EcoBottle', fontSize: 60, centerY: 80 },
    ];
    const { texts: moved } = reframe(film({ texts }, wide), tall);
    const [long, below] = moved.map(boxOfOverlay);
    expect(moved[0]?.maxWidth).toBeLessThan(1080);
    expect((long?.y ?? 0) + (long?.height ?? 0) / 2).toBeLessThanOrEqual(
      (below?.y ?? 0) - (below?.height ?? 0) / 2 + 10,
    );
  });

  test('covers the frame with the picture that covered it before', () => {
    const media = { sha256: '1'.repeat(64), kind: 'image' as const };
    const [image] = reframe(film({ images: [{ id: 'i', ...span, media, width: 1080, height: 1920 }] }), wide).images;
    expect(image).toMatchObject({ width: 1920, height: expect.closeTo(3413.3, 0), centerX: 0, centerY: 0 });
  });

  test('keeps a turned line inside whose lines have to be broken', () => {
    const texts = [{ id: 't', ...span, text: 'Aİİşş ğüüA', fontSize: 174, centerX: 333, rotation: 90 }];
    const narrow = { width: 480, height: 1280, fps: FPS };
    const [text] = reframe(film({ texts }), narrow).texts;
    expect(text && isInside(boxOfOverlay(text), narrow)).toBe(true);
  });

  test('keeps a line inside that stood at the edge of a smaller frame, to half a pixel', () => {
    const narrow = { width: 480, height: 1280, fps: FPS };
    const texts = [{ id: 't', ...span, text: 'nşİğ Aİİİ ', fontSize: 102, centerX: 23, rotation: 15 }];
    const before = film({ texts }, narrow);
    expect(before.texts.map((text) => isInside(boxOfOverlay(text), narrow))).toEqual([true]);
    const [text] = reframe(before, tall).texts;
    expect(text && isInside(boxOfOverlay(text), tall)).toBe(true);
  });

  test('keeps inside what was inside', () => {
    const shapes = [tall, wide, square, { width: 640, height: 480, fps: FPS }, { width: 480, height: 1280, fps: FPS }];
    const overlay = fc.record({
      text: fc.stringMatching(/^[A-Za-zğüşİ ]{1,60}$/),
      fontSize: fc.integer({ min: 10, max: 200 }),
      centerX: fc.integer({ min: -500, max: 500 }),
      centerY: fc.integer({ min: -900, max: 900 }),
      rotation: fc.constantFrom(0, 0, 15, 90),
      startFrame: fc.integer({ min: 0, max: 100 }),
    });
    const run = fc.property(
      fc.array(overlay, { maxLength: 4 }),
      fc.constantFrom(...shapes),
      fc.constantFrom(...shapes),
      (made, from, to) => {
        const texts = made.map((text, place) => ({ ...text, id: `t${String(place)}`, endFrame: text.startFrame + 30 }));
        const before = film({ texts }, from);
        if (!before.texts.every((text) => isInside(boxOfOverlay(text), from))) return;
        for (const text of reframe(before, to).texts) expect(isInside(boxOfOverlay(text), to)).toBe(true);
      },
    );
    fc.assert(run, { numRuns: 400 });
  });
});

describe('a film at another rate', () => {
  test('lasts as long, to half a frame for each of its moments', () => {
    const fast = retime(film(), { num: 60, den: 1 });
    expect(fast.clips.map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([
      [0, 180],
      [180, 400],
    ]);
    expect(outputLengthFrames(fast)).toBe(370);
    expect(outputLengthFrames(retime(film(), { num: 24, den: 1 }))).toBe(148);
  });

  test('keeps clips together that touched', () => {
    const rate = fc.record({ num: fc.integer({ min: 1000, max: 120_000 }), den: fc.constant(1001) });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 5000 }), (fps, cut) => {
        const media = { sha256: '0'.repeat(64), kind: 'video' as const };
        const clips = [
          { id: 'a', media, startFrame: 0, endFrame: cut },
          { id: 'b', media, startFrame: cut, endFrame: cut + 100 },
        ];
        const [a, b] = retime(film({ clips }), fps).clips;
        expect(a?.endFrame).toBe(b?.startFrame);
      }),
    );
  });

  test('counts halves up from exact fractions', () => {
    expect(retimedFrame(1001, { num: 30, den: 1 }, { num: 30_000, den: 1001 })).toBe(1000);
    expect(retimedFrame(1, { num: 60, den: 1 }, { num: 30, den: 1 })).toBe(1);
  });
});
