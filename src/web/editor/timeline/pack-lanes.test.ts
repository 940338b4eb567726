import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLanes } from './pack-lanes.ts';

const of = (...spans: readonly (readonly [number, number])[]) =>
  packLanes(spans.map(([startFrame, endFrame]) => ({ startFrame, endFrame })));

test('things one after the other share a lane, what overlaps lies below', () => {
  expect(of([0, 30], [30, 60])).toEqual({ lanes: [0, 0], count: 1 });
  expect(of([0, 30], [20, 60], [30, 40])).toEqual({ lanes: [0, 1, 0], count: 2 });
  expect(of()).toEqual({ lanes: [], count: 0 });
});

test('nothing lies over another, and there are no more lanes than things at one moment', () => {
  const spans = fc.array(fc.record({ startFrame: fc.nat(90), length: fc.integer({ min: 1, max: 40 }) }));
  fc.assert(
    fc.property(spans, (given) => {
      const stretches = given.map(({ startFrame, length }) => ({ startFrame, endFrame: startFrame + length }));
      const { lanes, count } = packLanes(stretches);
      const at = (frame: number) => stretches.filter((one) => one.startFrame <= frame && frame < one.endFrame).length;
      expect(count).toBe(Math.max(0, ...stretches.map(({ startFrame }) => at(startFrame))));
      stretches.forEach((one, place) =>
        stretches.slice(place + 1).forEach((other, further) => {
          if (lanes[place] !== lanes[place + 1 + further]) return;
          expect(one.endFrame <= other.startFrame || other.endFrame <= one.startFrame).toBe(true);
        }),
      );
    }),
    { verbose: true },
  );
});
