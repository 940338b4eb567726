import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Framing } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import type { Ffmpeg } from '#media/ffmpeg.ts';
import { concat } from './concat.ts';
import { damagedClip } from './damaged-clip.ts';
import { encodingOf } from './encoding-of.ts';
import { findSources, type ResolveFont, type ResolveMedia } from './film-sources.ts';
import { type ExportProgress, followExport } from './follow-export.ts';
import { overlayRasters } from './overlay-rasters.ts';
import { overlaysIn, planFilm } from '#domain/timeline/plan-film.ts';
import { openRenderCache } from './render-cache.ts';
import { encodeRun, findSegments, missingRuns } from './render-segments.ts';
import { renderSound } from './render-sound.ts';

/** What came of an export. */
export interface ExportReport {
  readonly frameCount: number;
  readonly durationS: number;
  readonly segments: number;
  readonly reused: number;
  /** Frames that were not there yet. */
  readonly framesEncoded: number;
  readonly sizeBytes: number;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/** What to export and with what. Directories are made where they are not there. */
export interface ExportRequest {
  readonly timeline: Timeline;
  readonly resolve: ResolveMedia;
  /** For films whose texts are set in fonts of the project. */
  readonly resolveFont?: ResolveFont;
  readonly outputPath: string;
  /** Keeps segments from one export to the next; may be shared by all of them. */
  readonly cacheDirectory: string;
  /** Holds this cache and others, which are kept below `cacheMaxBytes` together; the cache itself when not given. */
  readonly cachesDirectory?: string;
  /** For files that do not outlive the export. */
  readonly scratchDirectory: string;
  readonly ffmpeg: Ffmpeg;
  readonly quality: { readonly preset: string; readonly crf: number; readonly lossless?: boolean };
  /** How a clip of another shape fills the frame; `crop` when not given. */
  readonly framing?: Framing;
  /** How many FFmpegs encode at a time, each on one thread; as many as there are cores, at most four, when not given. */
  readonly concurrency?: number;
  /** The cache is kept below this size. */
  readonly cacheMaxBytes?: number;
  readonly signal?: AbortSignal;
  /** Asked when it is known what has to be rendered, and before any of it is: what it throws ends the export. */
  readonly onFound?: (missing: { readonly frames: number }) => Promise<void>;
  readonly onProgress?: (progress: ExportProgress) => void;
}

const MOST_ENCODERS = 4; // each takes up to 300 MB
const CACHE_MAX_BYTES = 8 * 1024 ** 3;

/**
 * Renders a timeline to an MP4: H.264 High 4:2:0 in BT.709, AAC at 48 kHz, exactly as many frames as the timeline says.
 *
 * Only segments that are not in the cache are encoded. The file appears under its name when it is whole; when the export is cancelled or
 * fails, finished segments stay for the next time and nothing else does.
 *
 * @throws Problem; the signal's reason when cancelled
 */
export async function exportTimeline(request: ExportRequest): Promise<ExportReport> {
  const { timeline, ffmpeg } = request;
  if (timeline.width % 2 !== 0 || timeline.height % 2 !== 0) {
    throw new Problem('invalid_input', { reason: 'width and height of a film have to be even' });
  }
  checkFilm(timeline); // one put on record before there were limits would hold the process
  if (outputLengthFrames(timeline) === 0) throw new Problem('work_has_no_scenes');
  // One failure ends everything else that runs.
  const stop = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, stop.signal]) : stop.signal;
  signal.throwIfAborted();
  await mkdir(request.scratchDirectory, { recursive: true });
  await mkdir(dirname(request.outputPath), { recursive: true });
  const scratchDirectory = await mkdtemp(join(request.scratchDirectory, 'export-'));
  try {
    const sources = await findSources(request, { ffmpeg: ffmpeg.path, signal });
    const plan = planFilm(timeline);
    const cache = await openRenderCache(request.cacheDirectory, request.cachesDirectory);
    const { fps } = timeline;
    const encoding = encodingOf(request);
    const rasters = overlayRasters(scratchDirectory, encoding, sources, signal);
    const work = { plan, encoding, sources, cache, rasters, scratchDirectory, ffmpeg };
    const found = await findSegments(work, signal);
    const runs = missingRuns(found, work);
    const paths = new Map(found.map(({ segment, path }) => [segment, path]));
    const reused = found.filter(({ path }) => path !== null).length;
    const framesMissing = runs.flat().reduce((sum, { segment }) => sum + segment.endFrame - segment.startFrame, 0);
    await request.onFound?.({ frames: framesMissing });
    const follow = followExport(found, request.onProgress);
    follow.enter('check');

    const missing = new Set(runs.flat().flatMap(({ segment }) => overlaysIn(plan, segment)));
    if (missing.size > 0) follow.enter('texts');
    for (const placed of missing) {
      signal.throwIfAborted();
      await rasters.overlay(placed);
    }

    if (runs.length > 0) follow.enter('picture');
    const encode = runs.map((run) => async () => {
      follow.begin(run);
      const made = await encodeRun(run, work, { signal, onFrames: (frames) => follow.encoded(run, frames) });
      run.forEach(({ segment }, index) => paths.set(segment, made[index] ?? null));
      follow.kept(run);
    });
    const concurrency = request.concurrency ?? Math.min(MOST_ENCODERS, availableParallelism());
    await atMost(concurrency, encode, stop).catch(async (thrown: unknown) => {
      throw await damagedClip(thrown, timeline, sources, { ffmpeg: ffmpeg.path, signal: request.signal });
    });
    follow.enter('sound');
    const sound = await renderSound({
      timeline,
      lengthFrames: plan.lengthFrames,
      sources: sources.get,
      cache,
      scratchDirectory,
      ffmpeg,
      signal,
    });

    follow.enter('join');
    const segments = plan.segments.map((segment) => ({
      path: paths.get(segment) ?? '',
      frameCount: segment.endFrame - segment.startFrame,
    }));
    const { outputPath } = request;
    const sizeBytes = await concat({
      segments,
      soundPath: sound.path,
      fps,
      outputPath,
      scratchDirectory,
      ffmpeg: ffmpeg.path,
      signal,
    });
    await cache.prune(request.cacheMaxBytes ?? CACHE_MAX_BYTES);
    const durationS = (plan.lengthFrames * fps.den) / fps.num;
    return {
      frameCount: plan.lengthFrames,
      durationS,
      segments: found.length,
      reused,
      framesEncoded: framesMissing,
      sizeBytes,
      notes: sources.notes,
    };
  } finally {
    await rm(scratchDirectory, { recursive: true, force: true });
  }
}

/** Does the work with so many hands; the first failure stops the others, and all of them have stopped when it is thrown. */
async function atMost(hands: number, work: readonly (() => Promise<void>)[], stop: AbortController): Promise<void> {
  const waiting = [...work];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await next();
      } catch (failure) {
        waiting.length = 0;
        stop.abort(failure);
        throw failure;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.max(1, hands) }, lane));
  // The lane that failed first aborted the rest with its own failure, so every rejection says the same.
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
}
