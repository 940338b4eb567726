import type { EditSource } from '#contract/edit.ts';
import type { FontFamily } from '#contract/font.ts';
import type { Timeline } from '#contract/timeline.ts';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { type FilmFrame, frameAt } from '#effects/frame-at.ts';
import { type ClipPictures, clipPictures } from '#web/editor/preview/clip-pictures.ts';
import { type Picture, renderFrame } from '#web/editor/preview/render-frame.ts';
import { openOverlayBitmaps } from '#web/editor/titles/overlay-bitmaps.ts';

/** A film to be drawn as the preview draws it. */
export interface ParityFilm {
  readonly timeline: Timeline;
  readonly sources: Readonly<Record<string, EditSource>>;
  readonly fonts: readonly FontFamily[];
  /** Of the canvas; the film's own where the preview is not made smaller. */
  readonly canvas: { readonly width: number; readonly height: number };
  /** Frames of the film; a shift of the frame that is drawn is a planted fault. */
  readonly frames: readonly number[];
  readonly planted?: { readonly frames?: number; readonly pixels?: number };
}

declare global {
  interface Window {
    /** Draws frames, and posts each as RGBA. */
    drawFilm: (film: ParityFilm) => Promise<void>;
  }
}

window.drawFilm = async ({ timeline, sources, fonts, canvas, frames, planted }) => {
  const plan = planFilm(timeline);
  const overlays = openOverlayBitmaps({
    fonts: () => Promise.resolve(fonts),
    urlOf: ({ sha256 }) => sources[sha256]?.url ?? null,
  });
  const pictures = clipPictures(document.body, () => {}, overlays.still);
  pictures.know({ sources, film: timeline, slateWords: 'gone' });
  const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (const frame of frames) {
    const shown = frameAt(plan, timeline, frame + (planted?.frames ?? 0));
    for (const { placed, frame: since } of shown.overlays) await overlays.load(placed, since, timeline);
    const { from, to } = await exactPictures(pictures, shown);
    const { isExact } = renderFrame(context, shown, {
      pictures: (one) => (one === shown.from ? from : to),
      overlays,
      film: timeline,
    });
    if (!isExact) throw new Error(`frame ${frame} is not exact`);
    const { data } = context.getImageData(-(planted?.pixels ?? 0), 0, canvas.width, canvas.height);
    const answer = await fetch(`/frame?number=${frame}`, { method: 'POST', body: data });
    if (!answer.ok) throw new Error(await answer.text());
  }
  overlays.close();
  pictures.dispose();
};

async function exactPictures(
  pictures: ClipPictures,
  { from, to }: FilmFrame,
): Promise<{ readonly from: Picture | null; readonly to: Picture | null }> {
  return { from: from && (await pictures.exact(from)), to: to && (await pictures.exact(to)) };
}
