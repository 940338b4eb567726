import { open } from 'node:fs/promises';
import type { Canvas, CanvasKit, Image, MallocObj } from 'canvaskit-wasm';
import { Problem } from '#contract/problems.ts';
import type { OverlayAnimation } from '#contract/timeline.ts';
import { type Box, evenInside } from '#effects/titles/box.ts';
import { drawImage, imageBounds } from '#effects/titles/draw-image.ts';
import { drawText, textBounds } from '#effects/titles/draw-text.ts';
import { layOutText } from '#effects/titles/lay-out-text.ts';
import { overlayAt, type OverlayMoment } from '#effects/titles/overlay-at.ts';
import { loadCanvasKit } from '#media/canvas-kit.ts';
import { drawSheet } from './draw-sheet.ts';
import { openImage } from './open-image.ts';
import { premultipliedToYuva } from './premultiplied-to-yuva.ts';
import type { Raster, RasterTask } from './raster-task.ts';
import { fontsFor } from './text-fonts.ts';

const PICTURE_OVERSAMPLING = 4; // twice what is shown, each way: more is not seen, and a photo of 100 megapixels is 400 MB

const MOST_FRAMES_COMING = 1200; // lines that would still wait then are there at once
const MOST_BYTES = 4e9; // of one overlay on the disk: ten seconds of coming and going over a whole frame of 4K are 6

/** Draws a task's bitmaps into its file; null where nothing of it lies in the frame. Blocks its thread while it draws. */
export async function raster(task: RasterTask): Promise<Raster | null> {
  const canvasKit = await loadCanvasKit();
  if (task.kind === 'text') return rasterText(canvasKit, task);
  if (task.kind === 'sheet') return drawSheet(canvasKit, task);
  const shown = task.kind === 'image' ? task.overlay : task.frame;
  const image = await openImage(canvasKit, task.picturePath, PICTURE_OVERSAMPLING * shown.width * shown.height);
  try {
    const overlay = task.kind === 'image' ? task.overlay : coveringOverlay(image, task.frame);
    return await writeBitmaps(canvasKit, {
      task,
      box: evenInside(imageBounds(overlay, task.frame), task.frame),
      opacity: overlay.opacity,
      moments: momentsOf(1, false, task.kind === 'image' ? task.lengthFrames : 1, overlay.animation),
      background: task.kind === 'still',
      draw: (canvas) => drawImage(canvasKit, canvas, { overlay, image, frame: task.frame }),
    });
  } finally {
    image.delete();
  }
}

async function rasterText(canvasKit: CanvasKit, task: RasterTask & { readonly kind: 'text' }): Promise<Raster | null> {
  const { overlay, frame } = task;
  const layout = layOutText(canvasKit, await fontsFor(canvasKit, overlay), overlay);
  try {
    return await writeBitmaps(canvasKit, {
      task,
      box: evenInside(textBounds(overlay, layout, frame), frame),
      opacity: overlay.opacity,
      moments: momentsOf(layout.lines.length, overlay.rule !== undefined, task.lengthFrames, overlay.animation),
      background: false,
      draw: (canvas, moment) => drawText(canvasKit, canvas, { overlay, layout, moment, frame }),
    });
  } finally {
    layout.delete();
  }
}

interface Bitmaps {
  readonly task: RasterTask;
  readonly box: Box | null;
  readonly opacity: number;
  readonly moments: readonly { readonly fromFrame: number; readonly moment: OverlayMoment }[];
  readonly background: boolean;
  readonly draw: (canvas: Canvas, moment: OverlayMoment) => void;
}

async function writeBitmaps(canvasKit: CanvasKit, bitmaps: Bitmaps): Promise<Raster | null> {
  const { box, moments } = bitmaps;
  if (!box) return null;
  if (box.width * box.height * 2.5 * moments.length > MOST_BYTES) {
    const reason = 'a text or picture that covers the frame comes or goes for too long: shorten its animation';
    throw new Problem('invalid_input', { reason });
  }
  const surface = canvasKit.MakeSurface(box.width, box.height);
  if (!surface) throw new Error(`no surface of ${String(box.width)} x ${String(box.height)} pixels`);
  const file = await open(bitmaps.task.path, 'w');
  const planes = new Uint8Array(box.width * box.height * 2.5);
  const pixels = canvasKit.Malloc(Uint8Array, box.width * box.height * 4);
  try {
    const canvas = surface.getCanvas();
    let drawnShape = '';
    for (const { moment } of moments) {
      const shape = JSON.stringify({ ...moment, alpha: 1 });
      if (drawnShape !== shape) {
        canvas.clear(bitmaps.background ? canvasKit.BLACK : canvasKit.TRANSPARENT);
        canvas.save();
        canvas.translate(-box.x, -box.y);
        bitmaps.draw(canvas, moment);
        canvas.restore();
        readPixels(canvasKit, canvas, box, pixels);
        drawnShape = shape;
      }
      premultipliedToYuva(pixels.toTypedArray() as Uint8Array, box, bitmaps.opacity * moment.alpha, planes);
      await file.write(planes);
    }
  } finally {
    await file.close();
    canvasKit.Free(pixels);
    surface.delete();
  }
  return { box, fromFrames: moments.map(({ fromFrame }) => fromFrame) };
}

function readPixels(canvasKit: CanvasKit, canvas: Canvas, { width, height }: Box, into: MallocObj): void {
  const info = {
    width,
    height,
    colorType: canvasKit.ColorType.RGBA_8888,
    alphaType: canvasKit.AlphaType.Premul,
    colorSpace: canvasKit.ColorSpace.SRGB,
  };
  if (!canvas.readPixels(0, 0, info, into)) throw new Error('CanvasKit gave no pixels back');
}

/** The moments that differ from the one before: those in which it comes, and those in which it goes. */
function momentsOf(
  lineCount: number,
  hasRule: boolean,
  lengthFrames: number,
  animation: OverlayAnimation | undefined,
): { readonly fromFrame: number; readonly moment: OverlayMoment }[] {
  const moments: { fromFrame: number; moment: OverlayMoment }[] = [];
  let last = '';
  const add = (fromFrame: number, frame = fromFrame): void => {
    const moment = overlayAt({ lineCount, hasRule, lengthFrames, animation }, frame);
    const said = JSON.stringify(moment);
    if (said !== last) moments.push({ fromFrame, moment });
    last = said;
  };
  const { inFrames = 0, outFrames = 0, staggerFrames = 0 } = animation ?? {};
  const stands = inFrames + staggerFrames * (lineCount + 1);
  const goes = Math.max(0, lengthFrames - 1 - outFrames);
  const comes = Math.min(stands, MOST_FRAMES_COMING, lengthFrames - 1);
  for (let frame = 0; frame < comes; frame++) add(frame);
  add(comes, comes < goes ? Math.min(stands, goes) : comes);
  for (let frame = Math.max(comes + 1, goes); frame < lengthFrames; frame++) add(frame);
  return moments;
}

function coveringOverlay(image: Image, frame: { readonly width: number; readonly height: number }) {
  const cover = Math.max(frame.width / image.width(), frame.height / image.height());
  return {
    id: 'still',
    media: { sha256: '', kind: 'image' as const },
    startFrame: 0,
    endFrame: 1,
    width: image.width() * cover,
    height: image.height() * cover,
    centerX: 0,
    centerY: 0,
    opacity: 1,
    rotation: 0,
    maintainAspectRatio: false,
    animation: undefined,
  };
}
