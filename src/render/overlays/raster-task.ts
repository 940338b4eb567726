import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import type { Box } from '#effects/titles/box.ts';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Where the files of a project's own fonts lie, by the asset's id. */
export type FontPaths = Readonly<Record<string, string>>;

/** Something to be drawn into `path` as raw yuva420p bitmaps, one after the other; a sheet as a PNG. */
export type RasterTask = { readonly path: string; readonly frame: FrameSize } & (
  | {
      readonly kind: 'text';
      readonly overlay: TextOverlay;
      readonly lengthFrames: number;
      readonly fonts?: FontPaths;
    }
  | {
      readonly kind: 'image';
      readonly overlay: ImageOverlay;
      readonly lengthFrames: number;
      readonly picturePath: string;
    }
  /** A picture that fills the frame: cut to its shape about its middle, on black. */
  | { readonly kind: 'still'; readonly picturePath: string }
  | SheetTask
);

/** Overlays as they stand together, on a ground that belongs to no film: a PNG of that width. Texts lie over pictures, as in a film. */
export interface SheetTask {
  readonly kind: 'sheet';
  readonly widthPx: number;
  readonly texts: readonly TextOverlay[];
  readonly fonts?: FontPaths;
  readonly images: readonly { readonly overlay: ImageOverlay; readonly picturePath: string }[];
}

/** Where the bitmaps go and when: each is shown from its frame (counted from the overlay's start) until the next. */
export interface Raster {
  readonly box: Box;
  readonly fromFrames: readonly number[];
}
