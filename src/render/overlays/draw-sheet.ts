import { writeFile } from 'node:fs/promises';
import type { Canvas, CanvasKit } from 'canvaskit-wasm';
import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { drawImage } from '#effects/titles/draw-image.ts';
import { drawText } from '#effects/titles/draw-text.ts';
import { layOutText } from '#effects/titles/lay-out-text.ts';
import { overlayAt } from '#effects/titles/overlay-at.ts';
import { openImage } from './open-image.ts';
import type { FontPaths, Raster, RasterTask, SheetTask } from './raster-task.ts';
import { fontsFor } from './text-fonts.ts';

/** Top and bottom of the ground: of middling lightness, so that white words and black ones are both seen on it. */
const GROUND = [
  [0.42, 0.44, 0.49],
  [0.27, 0.28, 0.32],
] as const;

/** Draws overlays as they stand when they have come, all at once, into a PNG. */
export async function drawSheet(canvasKit: CanvasKit, task: RasterTask & SheetTask): Promise<Raster> {
  const { frame } = task;
  const scale = task.widthPx / frame.width;
  const [width, height] = [task.widthPx, Math.max(1, Math.round(frame.height * scale))];
  const surface = canvasKit.MakeSurface(width, height);
  if (!surface) throw new Error(`no surface of ${String(width)} x ${String(height)} pixels`);
  try {
    const canvas = surface.getCanvas();
    drawGround(canvasKit, canvas, { width, height });
    canvas.scale(scale, scale);
    for (const { overlay, picturePath } of task.images) {
      const shownPixels = Math.max(1, overlay.width * overlay.height * scale * scale);
      await drawOneImage(canvasKit, canvas, { overlay, picturePath, maxPixels: 4 * shownPixels, frame });
    }
    for (const overlay of task.texts) await drawOneText(canvasKit, canvas, { overlay, fonts: task.fonts, frame });
    const drawn = surface.makeImageSnapshot();
    const bytes = drawn.encodeToBytes();
    drawn.delete();
    if (!bytes) throw new Error('CanvasKit could not write a PNG');
    await writeFile(task.path, bytes);
  } finally {
    surface.delete();
  }
  return { box: { x: 0, y: 0, width, height }, fromFrames: [0] };
}

function drawGround(canvasKit: CanvasKit, canvas: Canvas, { width, height }: RasterTask['frame']): void {
  const [top, bottom] = GROUND.map(([red, green, blue]) => canvasKit.Color4f(red, green, blue, 1));
  if (!top || !bottom) return;
  const paint = new canvasKit.Paint();
  const gradient = canvasKit.Shader.MakeLinearGradient(
    [0, 0],
    [0, height],
    [top, bottom],
    null,
    canvasKit.TileMode.Clamp,
  );
  paint.setShader(gradient);
  canvas.drawRect(canvasKit.XYWHRect(0, 0, width, height), paint);
  gradient.delete();
  paint.delete();
}

async function drawOneText(
  canvasKit: CanvasKit,
  canvas: Canvas,
  {
    overlay,
    fonts,
    frame,
  }: {
    readonly overlay: TextOverlay;
    readonly fonts: FontPaths | undefined;
    readonly frame: RasterTask['frame'];
  },
): Promise<void> {
  const layout = layOutText(canvasKit, await fontsFor(canvasKit, overlay, fonts), overlay);
  const shape = { lineCount: layout.lines.length, hasRule: overlay.rule !== undefined, lengthFrames: 1 };
  const moment = overlayAt({ ...shape, animation: undefined }, 0);
  see(canvasKit, canvas, overlay.opacity, () => drawText(canvasKit, canvas, { overlay, layout, moment, frame }));
  layout.delete();
}

async function drawOneImage(
  canvasKit: CanvasKit,
  canvas: Canvas,
  picture: {
    readonly overlay: ImageOverlay;
    readonly picturePath: string;
    readonly maxPixels: number;
    readonly frame: RasterTask['frame'];
  },
): Promise<void> {
  const { overlay, frame } = picture;
  const image = await openImage(canvasKit, picture.picturePath, picture.maxPixels);
  see(canvasKit, canvas, overlay.opacity, () => drawImage(canvasKit, canvas, { overlay, image, frame }));
  image.delete();
}

/** Opacity is of the whole that is drawn, not of each of its parts. */
function see(canvasKit: CanvasKit, canvas: Canvas, opacity: number, draw: () => void): void {
  const paint = new canvasKit.Paint();
  paint.setAlphaf(opacity);
  canvas.saveLayer(paint);
  draw();
  canvas.restore();
  paint.delete();
}
