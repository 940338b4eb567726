import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanToOutput } from './nominal-to-output.ts';
import { outputToNominal, spanToNominal } from './output-to-nominal.ts';

test('a text dropped at 6.5 s of a film whose fade saves half a second stands at 7 s nominal', () => {
  const joins = [{ atFrame: 180, overlapFrames: 15 }];
  expect(spanToNominal({ startFrame: 195, endFrame: 255 }, joins)).toEqual({ startFrame: 210, endFrame: 270 });
  expect(outputToNominal(195, joins)).toBe(210);
});

test('inside a transition a moment belongs to the clip that goes', () => {
  expect(outputToNominal(170, [{ atFrame: 180, overlapFrames: 15 }])).toBe(170);
});

/** Clip lengths and the overlaps between them, never more than half of a neighbour. */
const films = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 90 }), wanted: fc.integer({ min: 0, max: 60 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((clips) => {
    let at = 0;
    let lengthFrames = 0;
    const joins = clips.flatMap(({ length, wanted }, place) => {
      at += length;
      lengthFrames += length;
      const next = clips[place + 1];
      const overlapFrames = next ? Math.min(wanted, Math.floor(Math.min(length, next.length) / 2)) : 0;
      lengthFrames -= overlapFrames;
      return overlapFrames > 0 ? [{ atFrame: at, overlapFrames }] : [];
    });
    return { joins, lengthFrames };
  });

test('what is dropped on any stretch of any film is seen in just that stretch', () => {
  fc.assert(
    fc.property(films, fc.nat(), fc.nat(), ({ joins, lengthFrames }, from, to) => {
      const startFrame = from % lengthFrames;
      const span = { startFrame, endFrame: startFrame + 1 + (to % (lengthFrames - startFrame)) };
      expect(spanToOutput(spanToNominal(span, joins), joins)).toEqual(span);
    }),
    { numRuns: 2000 },
  );
});
