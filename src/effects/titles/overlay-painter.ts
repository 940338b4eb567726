import type { Canvas, CanvasKit, Image } from 'canvaskit-wasm';
import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import type { Box } from './box.ts';
import { drawImage, imageBounds } from './draw-image.ts';
import { drawText, textBounds } from './draw-text.ts';
import { homeOf, NO_FRAME } from './home-of.ts';
import type { TextLayout } from './lay-out-text.ts';
import type { OverlayMoment } from './overlay-at.ts';
import { shapeOf } from './moments-of.ts';

/** An overlay with what it takes to draw it: its words set in lines, or its picture decoded. */
export type Drawable =
  | { readonly kind: 'text'; readonly overlay: TextOverlay; readonly layout: TextLayout }
  | { readonly kind: 'image'; readonly overlay: ImageOverlay; readonly image: Image };

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** What an overlay is drawn on. */
export interface PaintingPlan {
  readonly drawable: Drawable;
  /** Of the film: the overlay's pixels are the film's. */
  readonly frame: FrameSize;
  /** The part of the frame that is drawn, in whole pixels. It may reach out of the frame. */
  readonly box: Box;
  /** What FFmpeg is given is premultiplied; what a browser calls image data is straight. */
  readonly alpha: 'premultiplied' | 'straight';
  /** Under a picture that stands for the whole frame; nothing otherwise. */
  readonly ground?: 'black';
}

/** Draws one overlay as it stands in this moment and in that one. Holds memory of CanvasKit: call `delete()` when done. */
export interface OverlayPainter {
  /**
   * RGBA rows of the box, with opacity and the moment's alpha left to the caller. They are the painter's own memory: gone
   * with the next call.
   */
  readonly paint: (moment: OverlayMoment) => Uint8Array;
  readonly delete: () => void;
}

/** The upright box of everything an overlay can draw, in pixels of the frame; not yet whole ones. */
export function overlayBounds(drawable: Drawable, frame: FrameSize): Box {
  const { shift } = homeOf(drawable.overlay, frame);
  const box = boundsAtHome(drawable, frame);
  return { ...box, x: box.x + shift.x, y: box.y + shift.y };
}

function boundsAtHome(drawable: Drawable, frame: FrameSize): Box {
  return drawable.kind === 'text'
    ? textBounds(homeOf(drawable.overlay, frame).overlay, drawable.layout, NO_FRAME)
    : imageBounds(homeOf(drawable.overlay, frame).overlay, NO_FRAME);
}

/** Draws an overlay around 0,0. */
function drawAtHome(canvasKit: CanvasKit, canvas: Canvas, { drawable, frame }: PaintingPlan, moment: OverlayMoment) {
  if (drawable.kind === 'text') {
    const { layout } = drawable;
    const { overlay } = homeOf(drawable.overlay, frame);
    return drawText(canvasKit, canvas, { overlay, layout, moment, frame: NO_FRAME });
  }
  const { overlay } = homeOf(drawable.overlay, frame);
  return drawImage(canvasKit, canvas, { overlay, image: drawable.image, frame: NO_FRAME });
}

/**
 * The one way from an overlay and a moment to pixels. The server's export and the browser's preview both call it, with the
 * same CanvasKit, fonts and numbers, on a surface in memory: so both get the same bytes.
 */
export function overlayPainter(canvasKit: CanvasKit, plan: PaintingPlan): OverlayPainter {
  const { drawable, frame, box } = plan;
  const { width, height } = box;
  const { shift } = homeOf(drawable.overlay, frame);
  const surface = canvasKit.MakeSurface(width, height);
  if (!surface) throw new Error(`no surface of ${String(width)} x ${String(height)} pixels`);
  const canvas = surface.getCanvas();
  const pixels = canvasKit.Malloc(Uint8Array, width * height * 4);
  const info = {
    width,
    height,
    colorType: canvasKit.ColorType.RGBA_8888,
    alphaType: plan.alpha === 'straight' ? canvasKit.AlphaType.Unpremul : canvasKit.AlphaType.Premul,
    colorSpace: canvasKit.ColorSpace.SRGB,
  };
  let drawnShape = '';
  const draw = (moment: OverlayMoment): void => {
    canvas.clear(plan.ground === 'black' ? canvasKit.BLACK : canvasKit.TRANSPARENT);
    canvas.save();
    canvas.translate(shift.x - box.x, shift.y - box.y);
    drawAtHome(canvasKit, canvas, plan, moment);
    canvas.restore();
    if (!canvas.readPixels(0, 0, info, pixels)) throw new Error('CanvasKit gave no pixels back');
  };
  return {
    paint: (moment) => {
      const shape = shapeOf(moment);
      if (drawnShape !== shape) draw(moment);
      drawnShape = shape;
      return pixels.toTypedArray() as Uint8Array;
    },
    delete: () => {
      canvasKit.Free(pixels);
      surface.delete();
    },
  };
}
