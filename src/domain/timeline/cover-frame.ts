interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box in pixels of the film. */
export interface CoveringBox extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a video of another shape lies in the frame: scaled to cover it, and cut evenly on both sides. Whole pairs of pixels, since
 * 4:2:0 has one colour sample for two; the export scales and crops by the same numbers.
 */
export function coverFrame(source: Size, film: Size): CoveringBox {
  const scale = Math.max(film.width / source.width, film.height / source.height);
  const even = (length: number, least: number): number => Math.max(least, 2 * Math.round((length * scale) / 2));
  const width = even(source.width, film.width);
  const height = even(source.height, film.height);
  const cut = (length: number, kept: number): number => -2 * Math.floor((length - kept) / 4) || 0;
  return { x: cut(width, film.width), y: cut(height, film.height), width, height };
}

/** Where a picture lies that is shown as a clip: it covers the frame about its middle, and is drawn between pixels too. */
export function coverFrameExactly(source: Size, film: Size): CoveringBox {
  const scale = Math.max(film.width / source.width, film.height / source.height);
  const [width, height] = [source.width * scale, source.height * scale];
  return { x: (film.width - width) / 2, y: (film.height - height) / 2, width, height };
}
