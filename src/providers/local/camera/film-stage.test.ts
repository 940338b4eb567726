import { describe, expect, test } from 'vitest';
import { openLayers } from '../picture/frame.ts';
import type { FrameSize } from '../picture/look.ts';
import { cameraAt } from './camera-at.ts';
import { chooseMove } from './choose-move.ts';
import { openStage } from './film-stage.ts';
import { ZOOM_CENTRE, type Move } from './move.ts';

const moves = [
  'push in',
  'pull back',
  'pan left',
  'pan right',
  'tilt up',
  'tilt down',
  'orbit left',
  'orbit right',
  'static',
];
const shapes: readonly (readonly [string, FrameSize])[] = [
  ['portrait', { width: 216, height: 384 }],
  ['landscape', { width: 384, height: 216 }],
  ['square', { width: 256, height: 256 }],
];

function moveOf(prompt: string, layerCount: number): Move {
  return chooseMove({ prompt: `fast ${prompt}`, seed: 3, durationS: 4, layerCount });
}

describe('filming layers', () => {
  test.each(moves)('“%s” moves every layer without a jump: below 0.15 px rms from where it should be', (prompt) => {
    const frame = { width: 320, height: 400 };
    const dots = [
      { x: 60, y: 80, depth: 0 },
      { x: 160, y: 200, depth: 0.5 },
      { x: 250, y: 320, depth: 1 },
    ];
    const { paint, layers } = openLayers(frame);
    for (const [place, dot] of dots.entries()) {
      paint(dot.depth, (context) => {
        if (place === 0) {
          context.fillStyle = '#000';
          context.fillRect(-100, -100, 600, 700);
        }
        const soft = context.createRadialGradient(dot.x, dot.y, 0, dot.x, dot.y, 14);
        soft.addColorStop(0, 'rgba(255,255,255,1)');
        soft.addColorStop(1, 'rgba(255,255,255,0)');
        context.fillStyle = soft;
        context.fillRect(dot.x - 20, dot.y - 20, 40, 40);
      });
    }
    const move = moveOf(prompt, layers.length);
    const stage = openStage(layers, frame, move, { vignette: false });
    const errors: number[] = [];
    for (let index = 0; index < 40; index++) {
      const progress = index / 39;
      const pixels = stage.frameAt(progress);
      for (const dot of dots) {
        const { scale, x, y } = cameraAt(move, progress, dot.depth);
        const wantedX = ZOOM_CENTRE.x * frame.width + (dot.x - ZOOM_CENTRE.x * frame.width) * scale + x * frame.width;
        const wantedY =
          ZOOM_CENTRE.y * frame.height + (dot.y - ZOOM_CENTRE.y * frame.height) * scale + y * frame.height;
        const found = centroid(pixels, frame, wantedX, wantedY);
        errors.push((found.x - wantedX) ** 2 + (found.y - wantedY) ** 2);
      }
    }
    const rmsPx = Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length);
    expect(rmsPx).toBeLessThan(0.15);
  });

  test.each(shapes)('no move shows the edge of a layer in a %s frame', (_name, frame) => {
    for (const prompt of moves) {
      for (const layerCount of [1, 2]) {
        const { paint, layers } = openLayers(frame);
        for (let depth = 0; depth < layerCount; depth++) {
          paint(depth, (context) => {
            context.fillStyle = '#f00';
            context.fillRect(-frame.width, -frame.height, 3 * frame.width, 3 * frame.height);
          });
        }
        for (const progress of [0, 0.2, 0.5, 0.8, 1]) {
          const pixels = openStage(layers, frame, moveOf(prompt, layerCount), { vignette: false }).frameAt(progress);
          expect(borderIsRed(pixels, frame), `${prompt} at ${String(progress)}`).toBe(true);
        }
      }
    }
  });

  test('an empty layer is left out, and a vignette darkens the corners only', () => {
    const frame = { width: 200, height: 200 };
    const { paint, layers } = openLayers(frame);
    paint(0, (context) => {
      context.fillStyle = '#fff';
      context.fillRect(-50, -50, 300, 300);
    });
    paint(1, () => undefined);
    const pixels = openStage(layers, frame, moveOf('static', 2), { vignette: true }).frameAt(0);
    expect(pixels).toHaveLength(200 * 200 * 4);
    expect(pixels[(100 * 200 + 100) * 4]).toBe(255);
    expect(pixels[0]).toBeLessThan(235);
  });
});

function centroid(pixels: Buffer, frame: FrameSize, nearX: number, nearY: number): { x: number; y: number } {
  let [weight, x, y] = [0, 0, 0];
  for (let row = Math.round(nearY) - 22; row <= Math.round(nearY) + 22; row++) {
    for (let column = Math.round(nearX) - 22; column <= Math.round(nearX) + 22; column++) {
      const light = pixels[(row * frame.width + column) * 4] ?? 0;
      weight += light;
      x += light * (column + 0.5);
      y += light * (row + 0.5);
    }
  }
  return { x: x / weight, y: y / weight };
}

function borderIsRed(pixels: Buffer, { width, height }: FrameSize): boolean {
  const red = (x: number, y: number): boolean => pixels.readUInt32BE((y * width + x) * 4) === 0xff0000ff;
  for (let x = 0; x < width; x++) if (!red(x, 0) || !red(x, height - 1)) return false;
  for (let y = 0; y < height; y++) if (!red(0, y) || !red(width - 1, y)) return false;
  return true;
}
