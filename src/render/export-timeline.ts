import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import type { Ffmpeg } from '#media/ffmpeg.ts';
import { concat } from './concat.ts';
import { findSources, type ResolveMedia } from './film-sources.ts';
import { overlayRasters } from './overlay-rasters.ts';
import { overlaysIn, planFilm } from '#domain/timeline/plan-film.ts';
import { openRenderCache } from './render-cache.ts';
import { encodeRun, findSegments, missingRuns } from './render-segments.ts';
import { renderSound } from './render-sound.ts';

/** How far an export is. Frames count the whole film; what is reused counts as done. */
interface ExportProgress {
  readonly stage: 'check' | 'texts' | 'picture' | 'sound' | 'join';
  readonly framesDone: number;
  readonly framesTotal: number;
  readonly segmentsDone: number;
  readonly segmentsTotal: number;
  readonly segmentsReused: number;
}

/** What came of an export. */
export interface ExportReport {
  readonly frameCount: number;
  readonly durationS: number;
  readonly segments: number;
  readonly reused: number;
  readonly sizeBytes: number;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/** What to export and with what. Directories are made where they are not there. */
export interface ExportRequest {
  readonly timeline: Timeline;
  readonly resolve: ResolveMedia;
  readonly outputPath: string;
  /** Keeps segments from one export to the next; may be shared by all of them. */
  readonly cacheDirectory: string;
  /** Holds this cache and others, which are kept below `cacheMaxBytes` together; the cache itself when not given. */
  readonly cachesDirectory?: string;
  /** For files that do not outlive the export. */
  readonly scratchDirectory: string;
  readonly ffmpeg: Ffmpeg;
  readonly quality: { readonly preset: string; readonly crf: number; readonly lossless?: boolean };
  /** How many FFmpegs encode at a time, each on one thread; as many as there are cores, at most four, when not given. */
  readonly concurrency?: number;
  /** The cache is kept below this size. */
  readonly cacheMaxBytes?: number;
  readonly signal?: AbortSignal;
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
  const { timeline, ffmpeg, quality } = request;
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
    const sources = await findSources(timeline, request.resolve, { ffmpeg: ffmpeg.path, signal });
    const plan = planFilm(timeline);
    const cache = await openRenderCache(request.cacheDirectory, request.cachesDirectory);
    const { width, height, fps } = timeline;
    const encoding = {
      width,
      height,
      fps,
      preset: quality.preset,
      crf: quality.crf,
      lossless: quality.lossless ?? false,
    };
    const rasters = overlayRasters(scratchDirectory, timeline, sources, signal);
    const work = { plan, encoding, sources, cache, rasters, scratchDirectory, ffmpeg };
    const found = await findSegments(work, signal);
    const runs = missingRuns(found, work);
    const paths = new Map(found.map(({ segment, path }) => [segment, path]));
    const reused = found.filter(({ path }) => path !== null).length;
    const tell = teller(request, plan.lengthFrames, found.length, reused);
    const missingFrames = runs.flat().reduce((sum, { segment }) => sum + segment.endFrame - segment.startFrame, 0);
    tell('check', plan.lengthFrames - missingFrames, reused);

    const missing = new Set(runs.flat().flatMap(({ segment }) => overlaysIn(plan, segment)));
    for (const placed of missing) {
      signal.throwIfAborted();
      tell('texts', plan.lengthFrames - missingFrames, reused);
      await rasters.overlay(placed);
    }

    const framesOf = new Map<number, number>();
    let segmentsDone = reused;
    const encode = runs.map((run, place) => async () => {
      const onFrames = (framesDone: number): void => {
        framesOf.set(place, framesDone);
        const encoded = [...framesOf.values()].reduce((sum, frames) => sum + frames, 0);
        tell('picture', plan.lengthFrames - missingFrames + encoded, segmentsDone);
      };
      const made = await encodeRun(run, work, { signal, onFrames });
      run.forEach(({ segment }, index) => paths.set(segment, made[index] ?? null));
      segmentsDone += run.length;
      tell(
        'picture',
        plan.lengthFrames - missingFrames + [...framesOf.values()].reduce((sum, frames) => sum + frames, 0),
        segmentsDone,
      );
    });
    const concurrency = request.concurrency ?? Math.min(MOST_ENCODERS, availableParallelism());
    await atMost(concurrency, encode, stop);
    tell('sound', plan.lengthFrames, found.length);
    const sound = await renderSound({
      timeline,
      lengthFrames: plan.lengthFrames,
      sources: sources.get,
      cache,
      scratchDirectory,
      ffmpeg,
      signal,
    });

    tell('join', plan.lengthFrames, found.length);
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
      sizeBytes,
      notes: sources.notes,
    };
  } finally {
    await rm(scratchDirectory, { recursive: true, force: true });
  }
}

function teller(request: ExportRequest, framesTotal: number, segmentsTotal: number, segmentsReused: number) {
  return (stage: ExportProgress['stage'], framesDone: number, segmentsDone: number): void =>
    request.onProgress?.({ stage, framesDone, framesTotal, segmentsDone, segmentsTotal, segmentsReused });
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
