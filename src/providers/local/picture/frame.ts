import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawGrain, grainTile } from './grain.ts';
import { BLEED, DENSITY, type FrameSize, type Layer, type LayerPainter, type Shape } from './look.ts';
import { randomFrom } from './random.ts';

/** Grain of a still; film takes less, since it moves. */
const STILL_GRAIN = 0.08;

/** How a frame is composed: within 12 % of equal sides counts as square. */
export function shapeOf(frame: FrameSize): Shape {
  const ratio = frame.width / frame.height;
  if (ratio > 1.12) return 'landscape';
  return ratio < 1 / 1.12 ? 'portrait' : 'square';
}

/** A size between its value in a square and in a 9:16 frame, by how tall a portrait frame is: 4:5 has less room below its words. */
export function betweenShapes(frame: FrameSize, square: number, portrait: number): number {
  const tall = Math.min(1, Math.max(0, (frame.height / frame.width - 1) / (16 / 9 - 1)));
  return square + (portrait - square) * tall;
}

/** An empty stack of layers for a frame and the painter that adds to it, from far to near. */
export function openLayers(frame: FrameSize): { readonly paint: LayerPainter; readonly layers: Layer[] } {
  const layers: Layer[] = [];
  const paint: LayerPainter = (depth, draw) => {
    // Rounded down: a look fills the bleed exactly, and a part of a pixel more would be an edge one can see through.
    const canvas = createCanvas(
      Math.floor(frame.width * (1 + 2 * BLEED) * DENSITY),
      Math.floor(frame.height * (1 + 2 * BLEED) * DENSITY),
    );
    const context = canvas.getContext('2d');
    context.scale(DENSITY, DENSITY);
    context.translate(BLEED * frame.width, BLEED * frame.height);
    draw(context);
    layers.push({ canvas, depth });
  };
  return { paint, layers };
}

/** Puts layers together as they stand before the camera moves, without vignette or grain. */
export function layersAtRest(layers: readonly Layer[], frame: FrameSize): Canvas {
  const canvas = createCanvas(frame.width, frame.height);
  const context = canvas.getContext('2d');
  // At 1 : 1.08 `medium` and `high` give the same bytes, `low` differs by 0.3 of 255 on average and costs a third.
  context.imageSmoothingQuality = 'low';
  for (const { canvas: layer } of layers) {
    context.drawImage(
      layer,
      -BLEED * frame.width,
      -BLEED * frame.height,
      layer.width / DENSITY,
      layer.height / DENSITY,
    );
  }
  return canvas;
}

/**
 * Layers at rest, then vignette and grain: the still.
 * `seed` places the grain; `grain` is its strength (0 leaves it out, with the vignette kept).
 */
export function flatten(
  layers: readonly Layer[],
  frame: FrameSize,
  options: { readonly seed: string | number; readonly grain?: number },
): Canvas {
  const canvas = layersAtRest(layers, frame);
  const context = canvas.getContext('2d');
  drawVignette(context, frame);
  const grain = options.grain ?? STILL_GRAIN;
  const random = randomFrom('grain-offset', options.seed);
  if (grain > 0)
    drawGrain(context, frame, grainTile(options.seed), grain, { x: random.int(0, 511), y: random.int(0, 511) });
  return canvas;
}

/** Darkens the corners by 20 % from 45 % of the half diagonal on, multiplied so that the picture's own hue tints it. */
export function drawVignette(context: SKRSContext2D, frame: FrameSize): void {
  const halfDiagonal = Math.hypot(frame.width, frame.height) / 2;
  const gradient = context.createRadialGradient(
    frame.width / 2,
    frame.height / 2,
    halfDiagonal * 0.45,
    frame.width / 2,
    frame.height / 2,
    halfDiagonal,
  );
  gradient.addColorStop(0, 'rgba(38,34,46,0)');
  gradient.addColorStop(0.5, 'rgba(38,34,46,0.06)');
  gradient.addColorStop(1, 'rgba(38,34,46,0.2)');
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = gradient;
  context.fillRect(0, 0, frame.width, frame.height);
  context.restore();
}
