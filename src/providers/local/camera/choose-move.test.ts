import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLEED } from '../picture/look.ts';
import { cameraAt } from './camera-at.ts';
import { chooseMove, type MoveBrief } from './choose-move.ts';
import { ZOOM_CENTRE } from './move.ts';

const prompts = [
  '',
  'push in',
  'fast push in',
  'pull back fast',
  'fast pan left',
  'fast pan right',
  'fast tilt up',
  'fast tilt down',
  'fast orbit left',
  'fast orbit right',
  'static',
];

const brief = fc.record({
  prompt: fc.constantFrom(...prompts),
  seed: fc.integer(),
  durationS: fc.double({ min: 0.2, max: 600, noNaN: true }),
  layerCount: fc.integer({ min: 1, max: 4 }),
  scene: fc.record({
    sceneIndex: fc.integer({ min: 0, max: 59 }),
    sceneCount: fc.constant(60),
    tempo: fc.constantFrom('slow' as const, 'medium' as const, 'fast' as const),
  }),
});

describe('the camera of a clip', () => {
  test('never shows the edge of a layer, at any moment, depth or length', () => {
    fc.assert(
      fc.property(
        brief,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, progress, depth) => {
          const { scale, x, y } = cameraAt(chooseMove(asked), progress, depth);
          const edge = (centre: number, side: number, shift: number): number =>
            centre + (side - centre) * scale + shift;
          expect(edge(ZOOM_CENTRE.x, -BLEED, x)).toBeLessThan(-0.002);
          expect(edge(ZOOM_CENTRE.x, 1 + BLEED, x)).toBeGreaterThan(1.002);
          expect(edge(ZOOM_CENTRE.y, -BLEED, y)).toBeLessThan(-0.002);
          expect(edge(ZOOM_CENTRE.y, 1 + BLEED, y)).toBeGreaterThan(1.002);
        },
      ),
      { verbose: true },
    );
  });

  test('never zooms by more than 4 % a second, and always moves', () => {
    fc.assert(
      fc.property(brief, fc.double({ min: 0, max: 0.999, noNaN: true }), (asked, progress) => {
        const move = chooseMove(asked);
        const stepS = 0.001 * asked.durationS;
        const [now, then] = [cameraAt(move, progress, 1), cameraAt(move, progress + 0.001, 1)];
        expect(Math.abs(then.scale - now.scale) / stepS).toBeLessThan(0.04);
        const [first, middle] = [cameraAt(move, 0, 1), cameraAt(move, 1 / (2 * move.legs), 1)];
        expect(
          Math.abs(middle.scale - first.scale) + Math.abs(middle.x - first.x) + Math.abs(middle.y - first.y),
        ).toBeGreaterThan(0.003 * Math.min(5, asked.durationS / move.legs));
      }),
      { verbose: true },
    );
  });

  test('two scenes running never move alike unless their prompts say so', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        fc.integer({ min: 2, max: 60 }),
        fc.nat(),
        (seed, nextSeed, sceneCount, place) => {
          const sceneIndex = place % (sceneCount - 1);
          const kindOf = (index: number, itsSeed: number): string =>
            chooseMove({
              prompt: '',
              seed: itsSeed,
              durationS: 3,
              layerCount: 3,
              scene: { sceneIndex: index, sceneCount },
            }).kind;
          expect(kindOf(sceneIndex, seed)).not.toBe(kindOf(sceneIndex + 1, nextSeed));
        },
      ),
      { verbose: true },
    );
  });

  test('the last scene of a film pulls back', () => {
    const last: MoveBrief = {
      prompt: '',
      seed: 4,
      durationS: 3,
      layerCount: 3,
      scene: { sceneIndex: 4, sceneCount: 5 },
    };
    expect(chooseMove(last).kind).toBe('pull');
  });

  test('another seed gives another move', () => {
    const kinds = new Set(
      Array.from(
        { length: 20 },
        (_, seed) =>
          chooseMove({ prompt: '', seed, durationS: 3, layerCount: 3, scene: { sceneIndex: 0, sceneCount: 5 } }).kind,
      ),
    );
    expect(kinds.size).toBeGreaterThan(2);
  });

  test('a picture of one layer is panned where an orbit is asked for', () => {
    expect(chooseMove({ prompt: 'orbit left', seed: 1, durationS: 3, layerCount: 1 }).kind).toBe('pan-left');
  });

  test('near things move about four times as far as far things in a pan, and the other way in an orbit', () => {
    const ratio = (prompt: string): number => {
      const move = chooseMove({ prompt, seed: 1, durationS: 3, layerCount: 3 });
      return cameraAt(move, 1, 1).x / cameraAt(move, 1, 0).x;
    };
    expect(ratio('pan left')).toBeCloseTo(4.17, 1);
    expect(ratio('orbit left')).toBeLessThan(-1);
  });
});
