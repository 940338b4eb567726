import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { TransitionType } from '#contract/scene.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { transitions } from '#effects/transitions/all.ts';
import type { CanvasOperation, Transition, TransitionFrame } from '#effects/transitions/transition.ts';

const frame: TransitionFrame = { width: 48, height: 64, frames: 7, seed: 20_261 };
const { path: ffmpeg } = await findFfmpeg({ searchPath: '' });

test('every name of the contract has a transition', () => {
  expect(transitions.map(({ id }) => id)).toEqual(TransitionType.options);
});

for (const transition of transitions.filter(({ overlaps }) => overlaps)) {
  test(`${transition.id} looks the same in the export as in the preview, in every frame`, () => {
    const exported = exportedLuma(transition, 0, frame.frames);
    for (let index = 0; index < frame.frames; index++) {
      const drawn = drawnLuma(transition.preview(frame, index));
      const shown = exported.subarray(index * drawn.length, (index + 1) * drawn.length);
      expect(largestDifference(shown, drawn), `frame ${String(index)}`).toBeLessThanOrEqual(1);
    }
  });

  test(`${transition.id} begun in the middle is the same as its second half`, () => {
    const whole = exportedLuma(transition, 0, frame.frames);
    const half = exportedLuma(transition, 3, 4);
    expect(half.equals(whole.subarray(3 * frame.width * frame.height))).toBe(true);
  });

  test(`${transition.id} shows something of both pictures in its first, middle and last frame`, () => {
    for (const index of [0, 3, frame.frames - 1]) {
      const drawn = drawnLuma(transition.preview(frame, index));
      const alone = (source: 'from' | 'to') =>
        drawn.every((luma, place) => luma === lumaOf(source, place % frame.width, Math.floor(place / frame.width)));
      expect([alone('from'), alone('to')], `frame ${String(index)}`).toEqual([false, false]);
    }
  });
}

test('another seed dissolves in another order', () => {
  const dissolve = transitions.find(({ id }) => id === 'dissolve');
  const one = dissolve?.preview(frame, 3)[1]?.matte?.tile;
  const other = dissolve?.preview({ ...frame, seed: 7 }, 3)[1]?.matte?.tile;
  expect(one).toBeDefined();
  expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(false);
});

/** The pictures before and after: slanted ramps, so that any shift or mix shows. */
function lumaOf(source: 'from' | 'to', x: number, y: number): number {
  return source === 'from' ? 16 + 2 * x + y : 235 - x - 2 * y;
}

function exportedLuma(transition: Transition, firstFrame: number, frameCount: number): Buffer {
  const size = `${String(frame.width)}x${String(frame.height)}`;
  const picture = (luma: string, name: string): string =>
    `color=black:s=${size}:r=30,format=yuv420p,trim=end_frame=${String(frameCount)},geq=lum='${luma}':cb=128:cr=128,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv[${name}]`;
  const graph = [
    picture('16+2*X+Y', 'a'),
    picture('235-X-2*Y', 'b'),
    transition.ffmpeg(frame, { from: 'a', to: 'b', out: 't', fps: '30/1', firstFrame, aloneFrames: 0 }),
    '[t]format=yuv420p,extractplanes=y[y]',
  ].join(';');
  const run = spawnSync(ffmpeg, ['-v', 'error', '-filter_complex', graph, '-map', '[y]', '-f', 'rawvideo', '-'], {
    maxBuffer: 1e8,
  });
  expect(run.stderr.toString()).toBe('');
  return run.stdout;
}

/** What a canvas would show, in the simplest words. */
function drawnLuma(operations: readonly CanvasOperation[]): Uint8Array {
  const drawn = new Uint8Array(frame.width * frame.height);
  for (const { source, alpha, clip, translate, matte } of operations) {
    for (let y = 0; y < frame.height; y++) {
      for (let x = 0; x < frame.width; x++) {
        const [fromX, fromY] = [x - translate.x, y - translate.y];
        if (fromX < 0 || fromY < 0 || fromX >= frame.width || fromY >= frame.height) continue;
        if (clip && (x < clip.x || y < clip.y || x >= clip.x + clip.width || y >= clip.y + clip.height)) continue;
        if (matte) {
          const cell =
            (Math.floor(y / matte.cellPx) % matte.tileSize) * matte.tileSize +
            (Math.floor(x / matte.cellPx) % matte.tileSize);
          if ((matte.tile[cell] ?? 0) + matte.level < 255) continue;
        }
        const place = y * frame.width + x;
        drawn[place] = Math.round((drawn[place] ?? 0) * (1 - alpha) + lumaOf(source, fromX, fromY) * alpha);
      }
    }
  }
  return drawn;
}

function largestDifference(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  return one.reduce((largest, value, place) => Math.max(largest, Math.abs(value - (other[place] ?? 0))), 0);
}
