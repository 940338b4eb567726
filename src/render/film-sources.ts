import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { MediaRef, Timeline, TimelineClip } from '#contract/timeline.ts';
import { placeClips } from '#domain/timeline/nominal-to-output.ts';
import { sourceFrames, type PictureSource } from './picture-source.ts';
import type { SoundSource } from './sound-args.ts';
import { type StreamFacts, streamFacts } from './stream-facts.ts';

/** Where a medium lies and what was measured of it. */
export type ResolveMedia = (media: MediaRef) => Promise<{ readonly path: string; readonly facts: MediaFacts }>;

/** Where the file of a project's own font lies, by the asset's id. @throws Problem `asset_missing` */
export type ResolveFont = (assetId: string) => Promise<OwnFont>;

/** A font of the project's own, and a hash of its bytes. */
interface OwnFont {
  readonly path: string;
  readonly sha256: string;
}

/** What a film is and how its parts are found; a film without fonts of its own need not say how those are. */
interface FilmRequest {
  readonly timeline: Timeline;
  readonly resolve: ResolveMedia;
  readonly resolveFont?: ResolveFont;
}

/** Everything a film is made of, found and looked at, by content hash. */
export interface FilmSources {
  readonly get: (media: { readonly sha256: string }) => PictureSource & SoundSource;
  /** By the asset's id. */
  readonly fonts: Readonly<Record<string, OwnFont>>;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

const UNKNOWN: StreamFacts = { pixels: { name: null, range: null, matrix: null }, isMono: false };
const streamsKnown = new Map<string, StreamFacts>(); // by content, so it never goes stale; a few bytes each

/** Finds every medium of a timeline before any work begins, so that a missing one is told at once. */
export async function findSources(
  { timeline, resolve, resolveFont }: FilmRequest,
  options: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<FilmSources> {
  const media = [...timeline.clips, ...timeline.images, ...timeline.audio].map((part) => part.media);
  const get = await findAll(media, resolve, options);
  refuseSoundAsPicture(timeline.clips, get);
  return { get, fonts: await findFonts(timeline, resolveFont), notes: notesOn(timeline, get) };
}

async function findFonts(timeline: Timeline, resolve: ResolveFont | undefined): Promise<FilmSources['fonts']> {
  const ids = new Set(timeline.texts.flatMap(({ fontAssetId }) => fontAssetId ?? []));
  const found = [...ids].map(async (assetId) => {
    if (!resolve) throw new Problem('asset_missing', { assetId });
    return [assetId, await resolve(assetId)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Finds what is heard of a film and nothing else: a picture that has gone is not missed in its sound. */
export async function findSounds(
  timeline: Timeline,
  resolve: ResolveMedia,
  options: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<FilmSources['get']> {
  return findAll(
    [...timeline.clips, ...timeline.audio]
      .filter(({ media, muted, volume }) => media.kind !== 'image' && !muted && volume > 0)
      .map(({ media }) => media),
    resolve,
    options,
  );
}

async function findAll(
  media: readonly MediaRef[],
  resolve: ResolveMedia,
  options: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<FilmSources['get']> {
  const found = new Map<string, PictureSource & SoundSource>();
  for (const [place, one] of media.entries()) {
    if (found.has(one.sha256)) continue;
    options.signal.throwIfAborted();
    const { path, facts } = await resolve(one);
    const { pixels, isMono } =
      facts.kind === 'image' ? UNKNOWN : await streamsOf(one.sha256, path, options).catch(damaged(one, place));
    found.set(one.sha256, { path, key: one.sha256, facts, format: pixels, isMono });
  }
  return ({ sha256 }) => {
    const source = found.get(sha256);
    if (!source) throw new Problem('media_missing', { sha256 });
    return source;
  };
}

/** What cannot even be opened, by the name a person knows it by. */
function damaged({ kind }: MediaRef, place: number): (failure: unknown) => never {
  return (cause) => {
    if (!(cause instanceof Problem) || cause.code !== 'ffmpeg_failed') throw cause;
    throw new Problem('clip_damaged', { name: kind === 'audio' ? 'A sound' : `Clip ${String(place + 1)}` }, { cause });
  };
}

async function streamsOf(
  sha256: string,
  path: string,
  options: { ffmpeg: string; signal: AbortSignal },
): Promise<StreamFacts> {
  const known = streamsKnown.get(sha256) ?? (await streamFacts(path, options));
  streamsKnown.set(sha256, known);
  return known;
}

function refuseSoundAsPicture(clips: readonly TimelineClip[], get: FilmSources['get']): void {
  clips.forEach((clip, place) => {
    if (get(clip.media).facts.kind === 'audio') {
      throw new Problem('unsupported_media', {
        name: `Clip ${String(place + 1)}`,
        reason: 'it is a sound without a picture',
      });
    }
  });
}

function notesOn(timeline: Timeline, get: FilmSources['get']): string[] {
  return placeClips(timeline.clips).flatMap(({ clip, startFrame, endFrame }, place) => {
    const { facts } = get(clip.media);
    const available = facts.kind === 'image' ? null : sourceFrames(facts, timeline.fps);
    const missing = available === null ? 0 : clip.sourceStartFrame + endFrame - startFrame - available;
    if (missing <= 0) return [];
    return [
      `clip ${String(place + 1)} is ${String(missing)} ${missing === 1 ? 'frame' : 'frames'} shorter than its place: its last frame is held`,
    ];
  });
}
