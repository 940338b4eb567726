import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import type { WhyNotDrawn } from './why-not-drawn.ts';

/** An overlay in one frame of the film, ready for a canvas. Valid until the script gives way: keep the question, not the answer. */
interface OverlayBitmap {
  /** In pixels of the film, whatever the canvas is: drawn by `drawImage(image, x, y)` on a canvas scaled to the film. */
  readonly image: ImageBitmap;
  readonly x: number;
  readonly y: number;
  /** For `globalAlpha`: the overlay's opacity and how far it has come or gone. */
  readonly alpha: number;
  /** False: what was drawn last stands in for what is being drawn now. */
  readonly isExact: boolean;
}

/** The size of a film. */
export interface FilmSize {
  readonly width: number;
  readonly height: number;
}

/** Overlays as bitmaps, drawn by the export's own code in a worker, and kept. */
export interface OverlayBitmaps {
  /**
   * An overlay `frame` frames after it came. Null: nothing of it is seen. Pending: it was never drawn yet; what is asked
   * for is drawn by itself, and told by `onReady`.
   */
  readonly get: (placed: PlacedOverlay, frame: number, film: FilmSize) => OverlayBitmap | null | 'pending';
  /** The same, drawn: for stills and for tests that wait. Rejects where it cannot be drawn. */
  readonly load: (placed: PlacedOverlay, frame: number, film: FilmSize) => Promise<OverlayBitmap | null>;
  /** Draws ahead what will be asked for: all of an overlay's coming and going, when nothing else is to be drawn. */
  readonly prepare: (placed: PlacedOverlay, film: FilmSize) => void;
  /** A picture that is shown as a clip, as large as the film: the caller's own, to be closed by it. */
  readonly still: (url: string, film: FilmSize) => Promise<ImageBitmap>;
  /** Width and height of an overlay before it is turned, in pixels of the film; null until it was drawn once. */
  readonly sizeOf: (placed: PlacedOverlay) => FilmSize | null;
  /** Why an overlay could not be drawn the last time; null where it was, or was not asked for. */
  readonly whyNot: (placed: PlacedOverlay, film: FilmSize) => WhyNotDrawn | null;
  /** Draws what could not be drawn anew; it does so by itself now and then. */
  readonly tryAgain: () => void;
  /** Calls back whenever something that was asked for was drawn, or could not be; returns how to stop. */
  readonly onReady: (listener: () => void) => () => void;
  /** Ends the worker and gives every bitmap back. */
  readonly close: () => void;
}
