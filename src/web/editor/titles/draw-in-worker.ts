import type { CanvasKit } from 'canvaskit-wasm';
import type { Box } from '#effects/titles/box.ts';
import { picturePixels } from '#effects/titles/draw-image.ts';
import { NO_FRAME } from '#effects/titles/home-of.ts';
import { layOutText } from '#effects/titles/lay-out-text.ts';
import { momentAt, momentsOf } from '#effects/titles/moments-of.ts';
import { type Drawable, overlayBounds, overlayPainter, type OverlayPainter } from '#effects/titles/overlay-painter.ts';
import type { DrawOverlay, Look } from './titles-messages.ts';
import { CannotDraw } from './why-not-drawn.ts';
import { fontsFor } from './worker-fonts.ts';
import { openPicture } from './worker-pictures.ts';

/** An overlay laid out, and what it is drawn on. */
interface Easel {
  readonly look: Look;
  readonly box: Box | null;
  readonly painter: OverlayPainter | null;
  readonly delete: () => void;
}

const MOST_EASELS = 4; // each holds its pixels twice; a text that rises is drawn frame after frame on the same one
const WHOLE_UP_TO = 2; // frames' areas: what is larger is cut to the frame

const easels = new Map<string, Easel>(); // in the order in which they were last used

/**
 * Draws an overlay as it stands in a frame; without an image where nothing of it is seen. One at a time: what is set up
 * for the next one may take the place of what this one is drawn on.
 */
export async function drawOverlay(
  canvasKit: CanvasKit,
  request: DrawOverlay,
): Promise<{ readonly look: Look; readonly image: ImageBitmap | null; readonly x: number; readonly y: number }> {
  const { look, box, painter } = await easelOf(canvasKit, request);
  const { placed, frame } = request;
  const { animation } = placed.overlay;
  const lengthFrames = placed.endFrame - placed.startFrame;
  const { lineCount, hasRule } = look;
  const moment = momentAt(momentsOf({ lineCount, hasRule, lengthFrames, animation }), frame);
  if (!box || !painter || !moment) return { look, image: null, x: 0, y: 0 };
  // Taking the alpha out and in again loses nothing: 8 bits of each, rounded, come back as they were.
  const pixels = new Uint8ClampedArray(painter.paint(moment));
  const image = await createImageBitmap(new ImageData(pixels, box.width, box.height));
  return { look, image, x: box.x, y: box.y };
}

async function easelOf(canvasKit: CanvasKit, request: DrawOverlay): Promise<Easel> {
  const cut = JSON.stringify([request.look, request.film]);
  const found = easels.get(request.look) ?? easels.get(cut);
  const easel = found ?? (await setUp(canvasKit, request));
  const name = easel.look.isWhole ? request.look : cut;
  easels.delete(name);
  easels.set(name, easel);
  for (const [oldest, one] of easels) {
    if (easels.size <= MOST_EASELS) break;
    easels.delete(oldest);
    one.delete();
  }
  return easel;
}

async function setUp(canvasKit: CanvasKit, request: DrawOverlay): Promise<Easel> {
  const { drawable, look, free } = await openDrawable(canvasKit, request);
  const bounds = outward(overlayBounds(drawable, NO_FRAME));
  const { film } = request;
  const isWhole = bounds.width * bounds.height <= WHOLE_UP_TO * film.width * film.height;
  const box = isWhole ? bounds : shared(bounds, film);
  const plan = { drawable, frame: NO_FRAME, alpha: 'straight' } as const;
  const painter = box && overlayPainter(canvasKit, { ...plan, box });
  const end = (): void => {
    painter?.delete();
    free();
  };
  return { look: { ...look, isWhole }, box, painter, delete: end };
}

async function openDrawable(
  canvasKit: CanvasKit,
  { placed, pictureUrl, fonts }: DrawOverlay,
): Promise<{ readonly drawable: Drawable; readonly look: Omit<Look, 'isWhole'>; readonly free: () => void }> {
  if (placed.kind === 'text') {
    const { overlay } = placed;
    const layout = layOutText(canvasKit, await fontsFor(canvasKit, fonts, overlay), overlay);
    const size = { width: layout.width, height: layout.height };
    const look = { lineCount: layout.lines.length, hasRule: overlay.rule !== undefined, size };
    return { drawable: { kind: 'text', overlay, layout }, look, free: layout.delete };
  }
  const { overlay } = placed;
  if (pictureUrl === null) throw new CannotDraw('picture-gone', 'The picture is not there any more.');
  const image = await openPicture(canvasKit, pictureUrl, picturePixels(overlay));
  const look = { lineCount: 1, hasRule: false, size: { width: overlay.width, height: overlay.height } };
  return { drawable: { kind: 'image', overlay, image }, look, free: () => image.delete() };
}

/** Whole pixels around a box; null where there is nothing in it. */
function outward({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.ceil(x + width) - left),
    height: Math.max(1, Math.ceil(y + height) - top),
  };
}

function shared(one: Box, other: Box): Box | null {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}
