import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { BLEED, type FrameSize } from './look.ts';
import { rgbFromOklab } from './oklch.ts';
import { toned, type Oklch } from './palette.ts';
import type { Random } from './random.ts';

/** A colour at a place of the frame (0-1 both ways), with its pull. */
export interface MeshPoint {
  readonly x: number;
  readonly y: number;
  readonly colour: Oklch;
  readonly l: number;
  readonly weight: number;
}

/** One pixel of the mesh per this many of the frame; it is smooth, so nobody sees it. */
const COARSENESS = 6;

/**
 * A field of colours flowing into one another, mixed in OKLab and bent by two slow waves, bleed included.
 * The small canvas is drawn enlarged over the whole layer.
 */
export function colourMesh(frame: FrameSize, random: Random, points: readonly MeshPoint[], warp = 0.16): Canvas {
  const width = Math.ceil((frame.width * (1 + 2 * BLEED)) / COARSENESS);
  const height = Math.ceil((frame.height * (1 + 2 * BLEED)) / COARSENESS);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const pixels = image.data;
  const waves = [0, 1, 2, 3].map(() => ({ frequency: random.between(2.2, 5.2), phase: random.between(0, 7) }));
  const [first, second, third, fourth] = waves as [Wave, Wave, Wave, Wave];
  const labs = points.map((point) => {
    const colour = toned(point.colour, point.l, 1);
    const angle = (colour.h * Math.PI) / 180;
    return {
      x: point.x,
      y: point.y,
      weight: point.weight,
      l: colour.l,
      a: colour.c * Math.cos(angle),
      b: colour.c * Math.sin(angle),
    };
  });
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const plainX = (column / width) * (1 + 2 * BLEED) - BLEED;
      const plainY = (row / height) * (1 + 2 * BLEED) - BLEED;
      const x =
        plainX +
        warp * Math.sin(first.frequency * plainY + first.phase) +
        warp * 0.5 * Math.sin(second.frequency * 1.7 * (plainX + plainY) + second.phase);
      const y =
        plainY +
        warp * Math.sin(third.frequency * plainX + third.phase) +
        warp * 0.5 * Math.sin(fourth.frequency * 1.7 * (plainX - plainY) + fourth.phase);
      let [l, a, b, total] = [0, 0, 0, 0];
      for (const point of labs) {
        const distance = (x - point.x) ** 2 + (y - point.y) ** 2;
        const pull = point.weight / (distance + 0.02) ** 1.7;
        l += pull * point.l;
        a += pull * point.a;
        b += pull * point.b;
        total += pull;
      }
      const [red, green, blue] = rgbFromOklab(l / total, a / total, b / total);
      const place = (row * width + column) * 4;
      pixels[place] = red;
      pixels[place + 1] = green;
      pixels[place + 2] = blue;
      pixels[place + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

interface Wave {
  readonly frequency: number;
  readonly phase: number;
}
