import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { planFilm, type Plan, type Segment } from '#domain/timeline/plan-film.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { encodingOf } from './encoding-of.ts';
import type { ExportRequest } from './export-timeline.ts';
import { findSources } from './film-sources.ts';
import { overlayRasters } from './overlay-rasters.ts';
import { openRenderCache } from './render-cache.ts';
import { prepareRun, segmentHash } from './render-segments.ts';
import { stillArguments } from './segment-args.ts';

/** A frame of a film as a PNG. */
export interface Still {
  readonly path: string;
  /** Names its pixels. */
  readonly hash: string;
}

/**
 * Renders one frame of a film as an export does, without compression, or finds it rendered. Past the end it is the last frame.
 *
 * @throws Problem `work_has_no_scenes`; where a medium is missing
 */
export async function renderStill(
  request: Pick<
    ExportRequest,
    'timeline' | 'resolve' | 'resolveFont' | 'cacheDirectory' | 'cachesDirectory' | 'ffmpeg' | 'framing'
  > & {
    readonly scratchDirectory: string;
    readonly frame: number;
    readonly signal: AbortSignal;
  },
): Promise<Still> {
  const { timeline, ffmpeg, signal } = request;
  const plan = planFilm(timeline);
  const segment = frameSegment(plan, request.frame);
  const sources = await findSources(request, { ffmpeg: ffmpeg.path, signal });
  const encoding = encodingOf({ ...request, quality: { preset: 'still', crf: 0 } });
  const hash = segmentHash(segment, { plan, encoding, sources, ffmpeg });
  const cache = await openRenderCache(request.cacheDirectory, request.cachesDirectory);
  const found = await cache.find(`${hash}.png`);
  if (found !== null) return { path: found, hash };
  await mkdir(request.scratchDirectory, { recursive: true });
  const scratchDirectory = await mkdtemp(join(request.scratchDirectory, 'still-'));
  try {
    const rasters = overlayRasters(scratchDirectory, encoding, sources, signal);
    const work = { plan, encoding, sources, cache, rasters, scratchDirectory, ffmpeg };
    const files = await prepareRun([segment], work, { prefix: 'still-', signal });
    const drawn = join(scratchDirectory, 'still.png');
    const args = stillArguments(segment, encoding, files, drawn);
    await runFfmpeg({ ffmpeg: ffmpeg.path, args, doing: 'drawing a frame', signal });
    return { path: await cache.keep(`${hash}.png`, drawn), hash };
  } finally {
    await rm(scratchDirectory, { recursive: true, force: true });
  }
}

/** The segment that holds nothing but one frame. */
function frameSegment({ shots, lengthFrames }: Plan, wanted: number): Segment {
  const frame = Math.min(wanted, lengthFrames - 1);
  const shot = shots.find(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);
  if (!shot) throw new Problem('work_has_no_scenes');
  return { startFrame: frame, endFrame: frame + 1, shot };
}
