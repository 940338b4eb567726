import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { FrameSize } from './look.ts';
import { randomFrom } from './random.ts';

/** Side of the square of grain that is repeated over a frame, in pixels. */
const GRAIN_TILE_PX = 512;

/** A tile of neutral noise to lay over frames; draw it once per film and move it from frame to frame. */
export function grainTile(seed: string | number): Canvas {
  const random = randomFrom('grain', seed);
  const canvas = createCanvas(GRAIN_TILE_PX, GRAIN_TILE_PX);
  const context = canvas.getContext('2d');
  const image = context.createImageData(GRAIN_TILE_PX, GRAIN_TILE_PX);
  const pixels = image.data;
  for (let place = 0; place < pixels.length; place += 4) {
    // Three draws make the bell of film grain; even noise looks like a broken sensor.
    const value = Math.round(255 * ((random.next() + random.next() + random.next()) / 3));
    pixels[place] = value;
    pixels[place + 1] = value;
    pixels[place + 2] = value;
    pixels[place + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Lays grain over a finished frame: `strength` 0.055 in film, 0.06-0.13 in stills; `offset` in pixels, another for each frame of film. */
export function drawGrain(
  context: SKRSContext2D,
  frame: FrameSize,
  tile: Canvas,
  strength: number,
  offset: { readonly x: number; readonly y: number },
): void {
  const startX = -(((Math.round(offset.x) % GRAIN_TILE_PX) + GRAIN_TILE_PX) % GRAIN_TILE_PX);
  const startY = -(((Math.round(offset.y) % GRAIN_TILE_PX) + GRAIN_TILE_PX) % GRAIN_TILE_PX);
  context.save();
  context.globalCompositeOperation = 'overlay';
  context.globalAlpha = strength;
  for (let y = startY; y < frame.height; y += GRAIN_TILE_PX) {
    for (let x = startX; x < frame.width; x += GRAIN_TILE_PX) context.drawImage(tile, x, y);
  }
  context.restore();
}
