import type { FontFamily } from '#contract/font.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import type { FilmSize } from './overlay-bitmap.ts';
import type { WhyNotDrawn } from './why-not-drawn.ts';

/** What the worker is asked: one overlay, at home, as it stands in one frame. */
export interface DrawOverlay {
  readonly number: number;
  /** Says what is drawn, so that what was laid out or decoded for it serves its next frames too. */
  readonly look: string;
  readonly placed: PlacedOverlay;
  /** Since it came. */
  readonly frame: number;
  /** The frame as seen from the overlay's home: what lies outside of it need not be drawn where that would be much. */
  readonly film: FilmSize & { readonly x: number; readonly y: number };
  /** Where the picture of a picture overlay is; null for a text, or where it is not there. */
  readonly pictureUrl: string | null;
  readonly fonts: readonly FontFamily[];
}

/** What the worker is asked for a picture that is shown as a clip: the whole frame, drawn as the export draws it. */
export interface DrawStill {
  readonly number: number;
  readonly stillUrl: string;
  readonly film: FilmSize;
}

/** What is known of an overlay's look once it was laid out. */
export interface Look {
  readonly lineCount: number;
  readonly hasRule: boolean;
  /** Before it is turned, in pixels of the film. */
  readonly size: FilmSize;
  /** False: it is so large that only what lies in the frame is drawn, which its place changes. */
  readonly isWhole: boolean;
}

/** What the worker answers. */
export type Drawn = { readonly number: number } & (
  | { readonly look: Look; readonly image: ImageBitmap | null; readonly x: number; readonly y: number }
  | { readonly still: ImageBitmap }
  | { readonly failure: string; readonly why: WhyNotDrawn }
);
