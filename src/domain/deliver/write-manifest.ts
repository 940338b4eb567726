import type { ExportQuality, Captions, Framing } from '#contract/export.ts';
import type { Take } from '#contract/take.ts';
import { fpsToNumber, framesToSeconds } from '../frames.ts';
import type { DeliveredFilm } from './delivered-film.ts';
import { filmTracks } from './film-tracks.ts';

/** A file of a bundle. */
interface BundledFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** What is told of a take whose clip or picture is in a film. */
export type ToldTake = Pick<
  Take,
  | 'id'
  | 'sceneId'
  | 'kind'
  | 'origin'
  | 'prompt'
  | 'negativePrompt'
  | 'provider'
  | 'model'
  | 'seed'
  | 'costMicroUsd'
  | 'createdAt'
> & { readonly parentIds: readonly string[] };

/** All that a manifest is written from. */
export interface ManifestFacts {
  readonly film: DeliveredFilm;
  readonly exported: {
    readonly id: string;
    readonly createdAt: number;
    readonly quality: ExportQuality;
    readonly captions: Captions;
    readonly framing: Framing;
    readonly notes: readonly string[];
  };
  readonly files: readonly BundledFile[];
  readonly takes: ReadonlyMap<string, ToldTake>;
  readonly assets: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly sha256: string }>;
  readonly appVersion: string;
}

const MANIFEST_VERSION = 1;

/**
 * What a film is made of, so that it can be told, proven and made again: every file with its hash, every clip with the request that made it and
 * what that cost, in thousandths of a thousandth of a dollar.
 */
export function writeManifest({ film, exported, files, takes, assets, appVersion }: ManifestFacts): string {
  const { timeline, media, name } = film;
  const tracks = filmTracks(film);
  const seconds = (frames: number): number => framesToSeconds(frames, timeline.fps);
  const clips = tracks.picture.flatMap(({ clip, startFrame, endFrame, sourceFrame, transition }) => {
    if (!clip) return [];
    const take = clip.media.takeId === undefined ? undefined : takes.get(clip.media.takeId);
    const asset = clip.media.assetId === undefined ? undefined : assets.get(clip.media.assetId);
    return [
      {
        startS: seconds(startFrame),
        endS: seconds(endFrame),
        sourceStartS: seconds(sourceFrame),
        transition: transition?.type ?? 'cut',
        file: media.get(clip.media.sha256)?.path ?? null,
        sha256: clip.media.sha256,
        sceneId: clip.sceneId ?? take?.sceneId ?? null,
        take: take === undefined ? null : toldTake(take, takes),
        asset: asset ?? null,
      },
    ];
  });
  const used = [...takes.values()];
  const costs = used.map(({ costMicroUsd }) => costMicroUsd);
  const whole = {
    manifestVersion: MANIFEST_VERSION,
    app: { name: 'Scenewright', version: appVersion },
    film: {
      name,
      exportId: exported.id,
      createdAt: new Date(exported.createdAt).toISOString(),
      width: timeline.width,
      height: timeline.height,
      fps: fpsToNumber(timeline.fps),
      frames: tracks.lengthFrames,
      durationS: seconds(tracks.lengthFrames),
      quality: exported.quality,
      captions: exported.captions,
      framing: exported.framing,
      notes: exported.notes,
    },
    /** Null where what one of them cost is not known. */
    costMicroUsd: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    files,
    clips,
    assets: [...assets.values()],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function toldTake(take: ToldTake, takes: ManifestFacts['takes']): object {
  const { id, kind, origin, prompt, negativePrompt, provider, model, seed, costMicroUsd, createdAt, parentIds } = take;
  const parents = parentIds.flatMap((parent) => takes.get(parent) ?? []);
  return {
    id,
    kind,
    origin,
    prompt,
    negativePrompt,
    provider,
    model,
    seed,
    costMicroUsd,
    createdAt: new Date(createdAt).toISOString(),
    madeFrom: parents.map((parent) => toldTake({ ...parent, parentIds: [] }, takes)),
  };
}
