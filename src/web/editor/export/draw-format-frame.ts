import type { Framing } from '#contract/export.ts';
import type { Timeline } from '#contract/timeline.ts';
import { blurredFraming } from '#domain/timeline/blurred-framing.ts';
import { type Plan, planFilm } from '#domain/timeline/plan-film.ts';
import { reframe } from '#domain/timeline/reframe.ts';
import { frameAt } from '#effects/frame-at.ts';
import { type Picture, renderFrame } from '../preview/render-frame.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import type { Sides } from './export-settings.ts';

/** The edit in the shape of a format, planned. */
export interface FormatFilm {
  readonly sides: Sides;
  readonly plan: Plan;
}

/** Lays the edit out as an export in this shape does. */
export function formatFilm(timeline: Timeline, sides: Sides): FormatFilm {
  const reframed = reframe(timeline, { ...sides, fps: timeline.fps });
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

/** Draws one frame of a film as an export in its shape shows it, in small. */
export function drawFormatFrame(
  context: CanvasRenderingContext2D,
  { sides, plan }: FormatFilm,
  { frame, framing, pictures, overlays }: FramePart,
): void {
  const { canvas } = context;
  renderFrame(context, frameAt(plan, sides, frame), {
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
  if (!framing) return null;
  const ground = new OffscreenCanvas(
    Math.max(1, Math.round(framing.ground.width / framing.sigma)),
    Math.max(1, Math.round(framing.ground.height / framing.sigma)),
  );
  const whole = new OffscreenCanvas(Math.round(film.width * scale), Math.round(film.height * scale));
  const [small, large] = [ground.getContext('2d'), whole.getContext('2d')];
  if (!small || !large) return null;
  // Made small until a pixel is as wide as the blur, and grown again: in a thumbnail it looks the same.
  const cover = Math.max(ground.width / picture.width, ground.height / picture.height);
  const [width, height] = [picture.width * cover, picture.height * cover];
  small.drawImage(picture.image, (ground.width - width) / 2, (ground.height - height) / 2, width, height);
  large.imageSmoothingQuality = 'high';
  large.drawImage(ground, 0, 0, whole.width, whole.height);
  large.fillStyle = `rgb(0 0 0 / ${1 - framing.light})`;
  large.fillRect(0, 0, whole.width, whole.height);
  const { x, y, ...box } = framing.picture;
  large.drawImage(picture.image, x * scale, y * scale, box.width * scale, box.height * scale);
  return { image: whole, width: film.width, height: film.height, kind: 'image' };
}
