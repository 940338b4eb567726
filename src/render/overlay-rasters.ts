import { join } from 'node:path';
import type { Framing } from '#contract/export.ts';
import type { FilmSources } from './film-sources.ts';
import type { PlacedOverlay, Shot } from '#domain/timeline/plan-film.ts';
import { rasterInThread } from './overlays/raster-thread.ts';
import { type PictureSource, stillSize } from './picture-source.ts';
import type { DrawnOverlay } from './segment-args.ts';

/** The drawn overlays and stills of one export, each drawn once, when it is first asked for. */
export interface OverlayRasters {
  /** Null where nothing of it lies in the frame. */
  readonly overlay: (placed: PlacedOverlay) => Promise<DrawnOverlay | null>;
  /** Paths of the pictures that shots show as clips, drawn to their size in the film, by content hash. */
  readonly stills: (shots: readonly Shot[]) => Promise<ReadonlyMap<string, string>>;
}

/** Draws into files of a scratch directory that the caller removes; what is drawn when it is cancelled ends at once. */
export function overlayRasters(
  scratchDirectory: string,
  frame: { readonly width: number; readonly height: number; readonly framing: Framing },
  sources: FilmSources,
  signal: AbortSignal,
): OverlayRasters {
  const overlays = new Map<PlacedOverlay, Promise<DrawnOverlay | null>>();
  const stills = new Map<string, Promise<string>>();
  const fonts = Object.fromEntries(Object.entries(sources.fonts).map(([assetId, { path }]) => [assetId, path]));
  let files = 0;
  const nextPath = (): string => join(scratchDirectory, `drawn-${String(files++)}.yuva`);

  const draw = async (placed: PlacedOverlay): Promise<DrawnOverlay | null> => {
    const path = nextPath();
    const shared = { path, frame, lengthFrames: placed.endFrame - placed.startFrame };
    const raster = await rasterInThread(
      placed.kind === 'text'
        ? { ...shared, kind: 'text', overlay: placed.overlay, fonts }
        : { ...shared, kind: 'image', overlay: placed.overlay, picturePath: sources.get(placed.overlay.media).path },
      signal,
    );
    return raster && { placed, path, raster };
  };
  const drawStill = async ({ path: picturePath, facts }: PictureSource): Promise<string> => {
    const path = nextPath();
    await rasterInThread({ kind: 'still', path, frame: stillSize(facts, frame), picturePath }, signal);
    return path;
  };
  return {
    overlay: (placed) => remembered(overlays, placed, () => draw(placed)),
    stills: async (shots) => {
      const clips = shots.flatMap((shot) => [shot.clip, shot.join?.next ?? null]);
      const pictures = clips.flatMap((clip) => (clip ? [sources.get(clip.media)] : []));
      const drawn = pictures
        .filter(({ facts }) => facts.kind === 'image')
        .map(async (source) => [source.key, await remembered(stills, source.key, () => drawStill(source))] as const);
      return new Map(await Promise.all(drawn));
    },
  };
}

function remembered<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>): Promise<Value> {
  let value = known.get(key);
  if (!value) known.set(key, (value = make()));
  return value;
}
