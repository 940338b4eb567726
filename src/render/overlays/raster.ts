import { open } from 'node:fs/promises';
import type { CanvasKit } from 'canvaskit-wasm';
import { Problem } from '#contract/problems.ts';
import { evenInside } from '#effects/titles/box.ts';
import { coveringOverlay } from '#effects/titles/covering-overlay.ts';
import { picturePixels } from '#effects/titles/draw-image.ts';
import { layOutText } from '#effects/titles/lay-out-text.ts';
import { momentsOf, type TimedMoment } from '#effects/titles/moments-of.ts';
import { type Drawable, overlayBounds, overlayPainter } from '#effects/titles/overlay-painter.ts';
import { loadCanvasKit } from '#media/canvas-kit.ts';
import { drawSheet } from './draw-sheet.ts';
import { openImage } from './open-image.ts';
import { premultipliedToYuva } from './premultiplied-to-yuva.ts';
import type { Raster, RasterTask } from './raster-task.ts';
import { fontsFor } from './text-fonts.ts';

const MOST_BYTES = 4e9; // of one overlay on the disk: ten seconds of coming and going over a whole frame of 4K are 6

/** Draws a task's bitmaps into its file; null where nothing of it lies in the frame. Blocks its thread while it draws. */
export async function raster(task: RasterTask): Promise<Raster | null> {
  const canvasKit = await loadCanvasKit();
  if (task.kind === 'text') return rasterText(canvasKit, task);
  if (task.kind === 'sheet') return drawSheet(canvasKit, task);
  const shown = task.kind === 'image' ? task.overlay : task.frame;
  const image = await openImage(canvasKit, task.picturePath, picturePixels(shown));
  try {
    const overlay =
      task.kind === 'image'
        ? task.overlay
        : coveringOverlay({ width: image.width(), height: image.height() }, task.frame);
    const lengthFrames = task.kind === 'image' ? task.lengthFrames : 1;
    return await writeBitmaps(canvasKit, task, {
      drawable: { kind: 'image', overlay, image },
      moments: momentsOf({ lineCount: 1, hasRule: false, lengthFrames, animation: overlay.animation }),
    });
  } finally {
    image.delete();
  }
}

async function rasterText(canvasKit: CanvasKit, task: RasterTask & { readonly kind: 'text' }): Promise<Raster | null> {
  const { overlay, lengthFrames } = task;
  const layout = layOutText(canvasKit, await fontsFor(canvasKit, overlay, task.fonts), overlay);
  try {
    return await writeBitmaps(canvasKit, task, {
      drawable: { kind: 'text', overlay, layout },
      moments: momentsOf({
        lineCount: layout.lines.length,
        hasRule: overlay.rule !== undefined,
        lengthFrames,
        animation: overlay.animation,
      }),
    });
  } finally {
    layout.delete();
  }
}

async function writeBitmaps(
  canvasKit: CanvasKit,
  task: RasterTask,
  { drawable, moments }: { readonly drawable: Drawable; readonly moments: readonly TimedMoment[] },
): Promise<Raster | null> {
  const { frame } = task;
  const box = evenInside(overlayBounds(drawable, frame), frame);
  if (!box) return null;
  if (box.width * box.height * 2.5 * moments.length > MOST_BYTES) {
    const reason = 'a text or picture that covers the frame comes or goes for too long: shorten its animation';
    throw new Problem('invalid_input', { reason });
  }
  const painter = overlayPainter(canvasKit, {
    drawable,
    frame,
    box,
    alpha: 'premultiplied',
    ...(task.kind === 'still' ? { ground: 'black' } : {}),
  });
  const planes = new Uint8Array(box.width * box.height * 2.5);
  try {
    const file = await open(task.path, 'w');
    try {
      for (const { moment } of moments) {
        premultipliedToYuva(painter.paint(moment), box, drawable.overlay.opacity * moment.alpha, planes);
        await file.write(planes);
      }
    } finally {
      await file.close();
    }
  } finally {
    painter.delete();
  }
  return { box, fromFrames: moments.map(({ fromFrame }) => fromFrame) };
}
