import type { Captions, Framing } from '#contract/export.ts';
import type { Timeline } from '#contract/timeline.ts';
import { type BlurredFraming, blurredFraming } from '#domain/timeline/blurred-framing.ts';
import { drawnTimeline } from '#domain/timeline/drawn-timeline.ts';
import { type Plan, planFilm } from '#domain/timeline/plan-film.ts';
import { reframe } from '#domain/timeline/reframe.ts';
import { frameAt } from '#effects/frame-at.ts';
import { type Picture, renderFrame } from '../preview/render-frame.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import { blurPixels } from './blur-pixels.ts';
import type { Sides } from './export-settings.ts';

/** The edit in the shape of a format, planned. */
export interface FormatFilm {
  readonly sides: Sides;
  readonly plan: Plan;
}

/** Lays the edit out as an export in this shape does: captions that are left out have had their place in it. */
export function formatFilm(timeline: Timeline, sides: Sides, captions: Captions): FormatFilm {
  const reframed = drawnTimeline(reframe(timeline, { ...sides, fps: timeline.fps }), captions);
  // The stage shows the same texts in another shape: under a name of their own, neither stands in for the other.
  const named = <T extends { readonly id: string }>(one: T): T => ({
    ...one,
    id: `${sides.width}x${sides.height} ${one.id}`,
  });
  const { texts, images, ...rest } = reframed;
  return { sides, plan: planFilm({ ...rest, texts: texts.map(named), images: images.map(named) }) };
}

interface FramePart {
  /** Of the film. */
  readonly frame: number;
  readonly framing: Framing;
  /** What is shown of clips, by their ids. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly overlays: Pick<OverlayBitmaps, 'get'>;
}

/**
 * Draws one frame of a film as an export in its shape shows it, on a canvas of that shape and any size.
 *
 * @returns whether every text and picture over the picture was there
 */
export function drawFormatFrame(
  context: CanvasRenderingContext2D,
  { sides, plan }: FormatFilm,
  { frame, framing, pictures, overlays }: FramePart,
): { readonly isExact: boolean } {
  const { canvas } = context;
  return renderFrame(context, frameAt(plan, sides, frame), {
    film: sides,
    overlays,
    pictures: ({ clip }) => {
      const picture = pictures.get(clip.id);
      if (!picture) return null;
      return framing === 'blur' ? (overItself(picture, sides, canvas.width / sides.width) ?? picture) : picture;
    },
  });
}

/** A picture whole over its own blurred and darkened copy, in the shape of the film; null where it has that shape. */
function overItself(picture: Picture, film: Sides, scale: number): Picture | null {
  const framing = blurredFraming(picture, film);
  const ground = framing && groundOf(picture, framing);
  if (!framing || !ground) return null;
  const whole = new OffscreenCanvas(Math.round(film.width * scale), Math.round(film.height * scale));
  const context = whole.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(ground, 0, 0, whole.width, whole.height);
  context.fillStyle = `rgb(0 0 0 / ${1 - framing.light})`;
  context.fillRect(0, 0, whole.width, whole.height);
  const { x, y, ...box } = framing.picture;
  context.drawImage(picture.image, x * scale, y * scale, box.width * scale, box.height * scale);
  return { image: whole, width: film.width, height: film.height, kind: 'image' };
}

/** The small blurred copy that is grown to the frame, by the numbers of the export. */
function groundOf({ image }: Picture, { ground, cover, sigma }: BlurredFraming): OffscreenCanvas | null {
  const canvas = new OffscreenCanvas(ground.width, ground.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  const [x, y] = [(ground.width - cover.width) / 2, (ground.height - cover.height) / 2];
  context.drawImage(image, x, y, cover.width, cover.height);
  const pixels = context.getImageData(0, 0, ground.width, ground.height);
  blurPixels(pixels, sigma);
  context.putImageData(pixels, 0, 0);
  return canvas;
}
