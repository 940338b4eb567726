import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { TimelineClip } from '#contract/timeline.ts';
import { canvasKitVersion } from '#media/canvas-kit.ts';
import { fontFiles } from '#media/fonts.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { FilmSources } from './film-sources.ts';
import type { OverlayRasters } from './overlay-rasters.ts';
import type { PictureSource } from './picture-source.ts';
import { overlaysIn, type PlacedOverlay, type Plan, type Segment, type Shot } from '#domain/timeline/plan-film.ts';
import type { RenderCache } from './render-cache.ts';
import {
  type DrawnOverlay,
  type Encoding,
  headArguments,
  type Run,
  runArguments,
  type RunFiles,
} from './segment-args.ts';

/** A segment and where it lies, if it is there already. */
export interface FoundSegment {
  readonly segment: Segment;
  readonly name: string;
  readonly path: string | null;
}

/** What segments are looked up, drawn and encoded with. */
export interface SegmentWork {
  readonly plan: Plan;
  readonly encoding: Encoding;
  readonly sources: FilmSources;
  readonly cache: RenderCache;
  readonly rasters: OverlayRasters;
  readonly scratchDirectory: string;
  readonly ffmpeg: { readonly path: string; readonly version: string };
}

const LONGEST_RUN_S = 20; // what one FFmpeg encodes of a long clip before the next may take over on another core
const SHORT_RUN_S = 3; // shots are joined to runs until there is this much: starting an FFmpeg costs as much as a few frames
const MOST_SHOTS = 8; // of one run: each is a decoder
const MOST_PIECES = 32; // of one run: at each of their edges one more text may come

/**
 * Looks every segment of a plan up in the cache, one after the other: each look at the disk lets the process do other things.
 *
 * @throws the signal's reason when cancelled
 */
export async function findSegments(
  work: Omit<SegmentWork, 'rasters'>,
  signal: AbortSignal,
): Promise<readonly FoundSegment[]> {
  const meanings = meaningsOf(work);
  const found: FoundSegment[] = [];
  for (const segment of work.plan.segments) {
    signal.throwIfAborted();
    const name = `${segmentHash(segment, work, meanings)}.mp4`;
    found.push({ segment, name, path: await work.cache.find(name) });
  }
  return found;
}

/**
 * The segments that are missing, as runs of neighbours: one shot each, or several short ones. FFmpeg opens all inputs of a run at once, so
 * a run of many shots would cost memory.
 */
export function missingRuns(
  found: readonly FoundSegment[],
  { encoding: { fps } }: Pick<SegmentWork, 'encoding'>,
): readonly (readonly FoundSegment[])[] {
  const frames = (seconds: number): number => (seconds * fps.num) / fps.den;
  const runs: FoundSegment[][] = [];
  found.forEach((one, place) => {
    if (one.path !== null) return;
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    const follows = run && last && found[place - 1] === last;
    const length = one.segment.startFrame - (first?.segment.startFrame ?? 0);
    const longest = last?.segment.shot === one.segment.shot ? frames(LONGEST_RUN_S) : frames(SHORT_RUN_S);
    const fits = run && run.length < MOST_PIECES && new Set(run.map(({ segment }) => segment.shot)).size < MOST_SHOTS;
    if (follows && length < longest && fits) run.push(one);
    else runs.push([one]);
  });
  return runs;
}

/** Encodes a run and keeps its segments; returns their paths in order. */
export async function encodeRun(
  run: readonly FoundSegment[],
  work: SegmentWork,
  watch: { readonly signal: AbortSignal; readonly onFrames: (framesDone: number) => void },
): Promise<readonly string[]> {
  const segments = run.map(({ segment }) => segment) as unknown as Run;
  const span = { startFrame: segments[0].startFrame, endFrame: (segments.at(-1) ?? segments[0]).endFrame };
  const prefix = `run-${String(span.startFrame)}-`;
  const files = await prepareRun(segments, work, { prefix, signal: watch.signal });
  const pattern = join(work.scratchDirectory.replaceAll('%', '%%'), `${prefix}%03d.mp4`);
  let written = 0;
  await runFfmpeg({
    ffmpeg: work.ffmpeg.path,
    args: runArguments(segments, work.encoding, files, pattern),
    doing: 'encoding the picture',
    signal: watch.signal,
    onFrames: (framesDone) => {
      written = framesDone;
      watch.onFrames(framesDone);
    },
  });
  const frameCount = span.endFrame - span.startFrame;
  if (written !== frameCount) {
    const reason = `${String(written)} of ${String(frameCount)} frames came from frame ${String(span.startFrame)} on: a clip may be damaged`;
    throw new Problem('ffmpeg_failed', { doing: 'encoding the picture', reason });
  }
  return Promise.all(
    run.map(({ name }, place) =>
      work.cache.keep(name, join(work.scratchDirectory, `${prefix}${String(place).padStart(3, '0')}.mp4`)),
    ),
  );
}

/** Draws what lies over a run's frames, and writes the clips that come in during its transitions. */
export async function prepareRun(
  segments: Run,
  work: SegmentWork,
  { prefix, signal }: { readonly prefix: string; readonly signal: AbortSignal },
): Promise<RunFiles> {
  const span = { startFrame: segments[0].startFrame, endFrame: (segments.at(-1) ?? segments[0]).endFrame };
  const overlays: DrawnOverlay[] = [];
  for (const placed of overlaysIn(work.plan, span)) {
    const drawn = await work.rasters.overlay(placed);
    if (drawn) overlays.push(drawn);
  }
  const stills = await work.rasters.stills(segments.map(({ shot }) => shot));
  const files = {
    source: (clip: TimelineClip): PictureSource => work.sources.get(clip.media),
    path: (source: PictureSource): string => stills.get(source.key) ?? source.path,
    overlays,
    heads: new Map<Shot, string>(),
  };
  for (const shot of new Set(segments.map((segment) => segment.shot))) {
    const path = join(work.scratchDirectory, `${prefix}${String(files.heads.size)}.yuv`);
    const args = headArguments(segments, shot, work.encoding, files, path);
    if (!args) continue;
    await runFfmpeg({ ffmpeg: work.ffmpeg.path, args, doing: 'reading a transition', signal });
    files.heads.set(shot, path);
  }
  return files;
}

/**
 * What a segment is known by: a hash of the arguments that would encode it alone, with content in the place of paths, so that whatever
 * changes its pictures changes it and nothing else does.
 */
export function segmentHash(
  segment: Segment,
  work: Pick<SegmentWork, 'plan' | 'encoding' | 'sources' | 'ffmpeg'>,
  meanings: ReadonlyMap<PlacedOverlay, string> = meaningsOf(work),
): string {
  const { width, height } = work.encoding;
  const placeholder = { box: { x: 0, y: 0, width, height }, fromFrames: [0] };
  const files = {
    source: (clip: TimelineClip): PictureSource => work.sources.get(clip.media),
    path: (source: PictureSource): string => source.key,
    heads: new Map<Shot, string>(),
    overlays: overlaysIn(work.plan, segment).map((placed) => ({
      placed,
      path: meanings.get(placed) ?? '',
      raster: placeholder,
    })),
  };
  const meaning = [
    work.ffmpeg.version,
    canvasKitVersion,
    fontsMeaning,
    ...runArguments([segment], work.encoding, files, ''),
  ];
  return sha256Of(JSON.stringify(meaning));
}

/** All that each overlay's pixels depend on, hashed once a film; where it stands in the film is in the arguments. */
function meaningsOf({
  plan,
  sources: { fonts },
}: Pick<SegmentWork, 'plan' | 'sources'>): ReadonlyMap<PlacedOverlay, string> {
  return new Map(
    plan.overlays.map((placed) => {
      const { id: _id, startFrame: _start, endFrame: _end, ...drawn } = placed.overlay;
      const animated = placed.overlay.animation === undefined ? 0 : placed.endFrame - placed.startFrame;
      const font = 'fontAssetId' in drawn ? fonts[drawn.fontAssetId ?? '']?.sha256 : undefined;
      return [placed, sha256Of(JSON.stringify({ ...drawn, lengthFrames: animated, font }))];
    }),
  );
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const fontsMeaning = fontFiles.map(({ path }) => basename(path)).join();
