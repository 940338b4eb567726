import { expect, test } from 'vitest';
import { type Plane, ssim } from './ssim.ts';

const SIDE = 64;

function plane(sampleAt: (x: number, y: number) => number): Plane {
  const samples = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => sampleAt(at % SIDE, Math.floor(at / SIDE)));
  return { width: SIDE, height: SIDE, samples };
}

/** Something with detail of many sizes. */
const scene = (x: number, y: number): number =>
  128 + 60 * Math.sin(x / 3) * Math.cos(y / 5) + 40 * Math.sin((x + y) / 11) + ((x * 7 + y * 13) % 5);

test('a picture is wholly like itself, and like itself in detail', () => {
  expect(ssim(plane(scene), plane(scene))).toEqual({ mean: 1, inDetail: 1 });
});

test('rounding hardly shows, a shift of two pixels fails any bar that is set here', () => {
  const rounded = ssim(
    plane(scene),
    plane((x, y) => scene(x, y) + ((x + y) % 2)),
  );
  expect(rounded.mean).toBeGreaterThan(0.999);
  const shifted = ssim(
    plane(scene),
    plane((x, y) => scene(x + 2, y)),
  );
  expect(shifted.mean).toBeLessThan(0.95);
});

test('what is flat says nothing of detail: a letter that is missing on black shows there', () => {
  const black = plane(() => 16);
  const letter = plane((x, y) => (x > 20 && x < 28 && y > 20 && y < 28 ? 235 : 16));
  const { mean, inDetail } = ssim(black, letter);
  expect(mean).toBeGreaterThan(0.9);
  expect(inDetail).toBeLessThan(0.3);
  expect(ssim(black, black)).toEqual({ mean: 1, inDetail: 1 });
});

test('a darker picture of the same shape is less alike', () => {
  const darker = ssim(
    plane(scene),
    plane((x, y) => scene(x, y) * 0.8),
  );
  expect(darker.mean).toBeLessThan(0.985);
});

test('planes of different size are no question of likeness', () => {
  expect(() => ssim(plane(scene), { width: 8, height: 8, samples: new Uint8Array(64) })).toThrow('different size');
});
