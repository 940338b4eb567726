import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';

/** One still of the strip and where it lies, from the start of the clip. */
export interface FilmTile {
  readonly x: number;
  /** Which still of the strip. */
  readonly still: number;
}

/**
 * The stills that fill a part of a clip, side by side: each shows what is seen where it lies (in its middle).
 *
 * @param sourceFrames how long the source is; what is shown beyond it is its last frame
 */
export function filmTiles(given: {
  readonly fromPx: number;
  readonly toPx: number;
  readonly tilePx: number;
  readonly scale: number;
  readonly sourceStartFrame: number;
  readonly sourceFrames: number;
}): readonly FilmTile[] {
  const { fromPx, toPx, tilePx, scale, sourceStartFrame, sourceFrames } = given;
  const tiles: FilmTile[] = [];
  const last = FILMSTRIP_FRAMES - 1;
  for (let place = Math.floor(fromPx / tilePx); place * tilePx < toPx; place++) {
    const frame = sourceStartFrame + ((place + 0.5) * tilePx) / scale;
    const still = Math.floor((frame / Math.max(1, sourceFrames)) * FILMSTRIP_FRAMES);
    tiles.push({ x: place * tilePx, still: Math.min(last, Math.max(0, still)) });
  }
  return tiles;
}
