import { stat } from 'node:fs/promises';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { encodingOf } from './encoding-of.ts';
import type { ExportRequest } from './export-timeline.ts';
import { findSources } from './film-sources.ts';
import { openRenderCache } from './render-cache.ts';
import { findSegments } from './render-segments.ts';

/** What of a film is rendered already. */
export interface FoundFilm {
  readonly total: number;
  readonly reused: number;
  readonly reusedBytes: number;
  readonly framesMissing: number;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Looks up what of an export is there, and renders nothing.
 *
 * @throws Problem where a medium is missing
 */
export async function findExportSegments(
  request: Pick<
    ExportRequest,
    'timeline' | 'resolve' | 'resolveFont' | 'cacheDirectory' | 'ffmpeg' | 'quality' | 'framing' | 'signal'
  >,
): Promise<FoundFilm> {
  const { timeline, ffmpeg } = request;
  const signal = request.signal ?? new AbortController().signal;
  const sources = await findSources(request, { ffmpeg: ffmpeg.path, signal });
  const cache = await openRenderCache(request.cacheDirectory);
  const plan = planFilm(timeline);
  const encoding = encodingOf(request);
  const found = await findSegments({ plan, encoding, sources, cache, scratchDirectory: '', ffmpeg }, signal);
  const sizes = await Promise.all(
    found.map(async ({ path }) => (path === null ? 0 : ((await stat(path).catch(() => null))?.size ?? 0))),
  );
  const missing = found.filter(({ path }) => path === null);
  return {
    total: found.length,
    reused: found.length - missing.length,
    reusedBytes: sizes.reduce((sum, size) => sum + size, 0),
    framesMissing: missing.reduce((sum, { segment }) => sum + segment.endFrame - segment.startFrame, 0),
    notes: sources.notes,
  };
}
