import { coverFrame, coverFrameExactly, type CoveringBox } from '#domain/timeline/cover-frame.ts';
import type { FilmFrame, Shown } from '#effects/frame-at.ts';
import type { CanvasOperation } from '#effects/transitions/transition.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import { throughMatte } from './matte.ts';

/** Anything that draws in two dimensions: the canvas on the stage, and one in memory. */
export type Drawing = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What there is to draw of a clip. */
export interface Picture {
  /** At any size: a light copy stands for the file it was made of. */
  readonly image: CanvasImageSource;
  /** Of the file itself, as shown. */
  readonly width: number;
  readonly height: number;
  /** A video is scaled as the export scales it, in whole pairs of pixels; a picture as the export draws it. */
  readonly kind: 'video' | 'image';
}

/** What a frame is drawn from. */
export interface FrameParts {
  /** Null where there is nothing to show of it: black. */
  readonly pictures: (shown: Shown) => Picture | null;
  readonly overlays: Pick<OverlayBitmaps, 'get'>;
  /** The size of the film. The canvas may have any other; all is drawn in pixels of the film, and scaled. */
  readonly film: { readonly width: number; readonly height: number };
}

/**
 * Draws one frame of the film: the one way in which the preview draws, to the same pixels as an export.
 *
 * @returns whether every text and picture over the picture was there in just this frame
 */
export function renderFrame(
  context: Drawing,
  frame: FilmFrame,
  { pictures, overlays, film }: FrameParts,
): { readonly isExact: boolean } {
  const { canvas } = context;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(canvas.width / film.width, canvas.height / film.height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  for (const operation of frame.operations) {
    const shown = operation.source === 'from' ? frame.from : frame.to;
    const picture = shown && pictures(shown);
    if (picture) drawPicture(context, operation, picture, film);
  }
  let isExact = true;
  for (const { placed, frame: since } of frame.overlays) {
    const bitmap = overlays.get(placed, since, film);
    if (bitmap === null) continue;
    if (bitmap === 'pending') {
      isExact = false;
      continue;
    }
    isExact &&= bitmap.isExact;
    context.globalAlpha = bitmap.alpha;
    context.drawImage(bitmap.image, bitmap.x, bitmap.y);
  }
  context.globalAlpha = 1;
  return { isExact };
}

function drawPicture(context: Drawing, operation: CanvasOperation, picture: Picture, film: FrameParts['film']): void {
  const { alpha, clip, translate, matte } = operation;
  const box = (picture.kind === 'video' ? coverFrame : coverFrameExactly)(picture, film);
  context.save();
  if (clip) {
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
  }
  context.globalAlpha = alpha;
  context.translate(translate.x, translate.y);
  if (matte) throughMatte(context, matte, film, (masked) => draw(masked, picture, box));
  else draw(context, picture, box, film);
  context.restore();
}

/** A picture that slides covers its own frame only, so that it never reaches into the one beside it. */
function draw(context: Drawing, picture: Picture, box: CoveringBox, frame?: FrameParts['film']): void {
  if (frame && (box.x < 0 || box.y < 0)) {
    context.beginPath();
    context.rect(0, 0, frame.width, frame.height);
    context.clip();
  }
  context.drawImage(picture.image, box.x, box.y, box.width, box.height);
}
