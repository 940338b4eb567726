import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { MediaRef } from '#contract/timeline.ts';
import { ENCODINGS } from '#domain/deliver/encodings.ts';
import { drawnTimeline } from '#domain/timeline/drawn-timeline.ts';
import { probe } from '#media/probe.ts';
import { exportTimeline, type ExportReport, type ExportRequest } from '#render/export-timeline.ts';
import type { ExportProgress } from '#render/follow-export.ts';
import type { ExportRow } from '#store/exports.ts';
import { getAsset } from '#store/assets.ts';
import { getMediaOf } from '#store/media.ts';
import { resolveFont } from '../fonts/resolve-font.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';
import { checkDisk } from './check-disk.ts';
import { ExportSettings } from './export-settings.ts';
import { segmentsOfWork } from './segments-of-work.ts';

/** Where an export is rendered to, and who watches. */
interface Rendering {
  readonly path: string;
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** A finished file that was looked at. */
export interface RenderedFilm {
  readonly report: ExportReport;
  readonly facts: MediaFacts;
}

/** Renders an export, and looks at what came out; a segment that was damaged on the disk costs one more render, not the export. */
export async function renderExport(world: World, row: ExportRow, rendering: Rendering): Promise<RenderedFilm> {
  try {
    return await renderOnce(world, row, rendering, {
      cacheDirectory: segmentsOfWork(world, row.workId),
      cachesDirectory: world.directories.segments,
    });
  } catch (error) {
    if (rendering.signal.aborted || !(error instanceof Problem) || error.code !== 'ffmpeg_failed') throw error;
    world.log({ level: 'warn', event: 'export_again_without_segments', exportId: row.id, error: error.message });
    return renderOnce(world, row, rendering, { cacheDirectory: join(rendering.scratch, 'segments') });
  }
}

/** Where segments are kept. */
type Caches = Pick<ExportRequest, 'cacheDirectory' | 'cachesDirectory'>;

async function renderOnce(world: World, row: ExportRow, run: Rendering, caches: Caches): Promise<RenderedFilm> {
  const { quality, captions, framing } = ExportSettings.parse(row.settings);
  const report = await exportTimeline({
    timeline: drawnTimeline(row.timeline, captions),
    resolve: (media) => resolveMedia(world, row, media),
    resolveFont: (assetId) => resolveFont(world, row, assetId),
    outputPath: run.path,
    ...caches,
    scratchDirectory: run.scratch,
    ffmpeg: world.ffmpeg,
    quality: ENCODINGS[quality],
    framing,
    signal: run.signal,
    onFound: ({ frames }) => checkDisk(world, row.timeline, { quality, framesMissing: frames }),
    onProgress: run.onProgress,
  });
  const facts = await probe(run.path, { ffmpeg: world.ffmpeg.path });
  if (facts.frameCount !== null && facts.frameCount !== report.frameCount) {
    const reason = `it has ${facts.frameCount} of ${report.frameCount} frames`;
    throw new Problem('ffmpeg_failed', { doing: 'joining the film', reason });
  }
  return { report, facts };
}

/**
 * Where a medium lies: what the workspace has itself; that somebody else still has the same bytes helps nobody, nor that
 * something else still has those of an asset that was deleted.
 *
 * @throws Problem `asset_missing`, `media_missing`
 */
export async function resolveMedia(
  world: Pick<World, 'database' | 'files' | 'ffmpeg'>,
  { workspaceId }: Pick<ExportRow, 'workspaceId'>,
  media: MediaRef,
): Promise<{ path: string; facts: MediaFacts }> {
  const { assetId, sha256 } = media;
  const db = world.database.kysely;
  const isAssetGone = assetId !== undefined && (await getAsset(db, assetId))?.workspaceId !== workspaceId;
  const stored = isAssetGone ? null : await getMediaOf(db, workspaceId, sha256);
  if (!stored || !(await isWhole(world, sha256))) {
    throw assetId === undefined ? new Problem('media_missing', { sha256 }) : new Problem('asset_missing', { assetId });
  }
  const path = world.files.pathOf(media.sha256);
  return { path, facts: stored.facts ?? (await probe(path, { ffmpeg: world.ffmpeg.path })) };
}
