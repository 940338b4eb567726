import type { ExportEstimate, ExportQuality } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import { ENCODINGS } from '#domain/deliver/encodings.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { framesToSeconds, fpsToNumber } from '#domain/frames.ts';
import { drawnTimeline } from '#domain/timeline/drawn-timeline.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { findExportSegments } from '#render/find-export-segments.ts';
import { type ExportRow, lastFinishedExports } from '#store/exports.ts';
import type { Actor } from '../actor.ts';
import { resolveFont } from '../fonts/resolve-font.ts';
import type { World } from '../world.ts';
import { diskLow, diskNeededBytes, SOUND_BYTES_PER_S } from './check-disk.ts';
import { exportReport } from './export-report.ts';
import { ExportSettings } from './export-settings.ts';
import { resolveMedia } from './render-export.ts';
import { segmentsOfWork } from './segments-of-work.ts';
import type { WantedExport } from './start-export.ts';

const LOOKED_BACK_AT = 30; // exports: enough to have met the usual footage, few enough to follow a new disk or machine
const MARGIN = 0.15; // around what was seen: the same film takes as much more or less on another day

/** What an export would take. It refuses nothing: what would stand in its way is told. @throws Problem `work_has_no_scenes`, `invalid_input` */
export async function estimateExport(
  world: World,
  actor: Actor,
  { workId, timeline, settings }: WantedExport,
): Promise<ExportEstimate> {
  checkFilm(timeline);
  const framesTotal = outputLengthFrames(timeline);
  if (framesTotal === 0) throw new Problem('work_has_no_scenes');
  const { width, height, fps } = timeline;
  const notes: string[] = [];
  const found = await findExportSegments({
    timeline: drawnTimeline(timeline, settings.captions),
    resolve: (media) => resolveMedia(world, actor, media),
    resolveFont: (assetId) => resolveFont(world, actor, assetId),
    cacheDirectory: segmentsOfWork(world, workId),
    ffmpeg: world.ffmpeg,
    quality: ENCODINGS[settings.quality],
    framing: settings.framing,
  }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    notes.push(error.message);
    return null;
  });
  notes.push(...(found?.notes ?? []));
  const framesMissing = found?.framesMissing ?? framesTotal;
  const pixels = width * height;
  const seen = await seenBefore(world, settings.quality);
  const stretched = (values: readonly number[], times: number, and = 0): ExportEstimate['sizeBytes'] =>
    values.length === 0 && times > 0
      ? null
      : {
          least: Math.floor(and + (times && Math.min(...values) * times * (1 - MARGIN))),
          most: Math.ceil(and + (times && Math.max(...values) * times * (1 + MARGIN))),
        };
  const durationS = framesToSeconds(framesTotal, fps);
  const reusedShare = 1 - framesMissing / framesTotal; // its sound is in no segment
  const reusedBytes = (found?.reusedBytes ?? 0) + reusedShare * durationS * SOUND_BYTES_PER_S;
  const freeBytes = await world.freeBytes(world.directories.scratch);
  const neededBytes = diskNeededBytes(timeline, { quality: settings.quality, framesMissing });
  if (freeBytes < neededBytes) notes.push(diskLow(world, freeBytes, neededBytes).message);
  return {
    width,
    height,
    fps: fpsToNumber(fps),
    framesTotal,
    durationS,
    segments: found && { total: found.total, reused: found.reused, framesMissing },
    sizeBytes: stretched(seen.bytesPerPixel, framesMissing * pixels, reusedBytes),
    renderS: framesMissing === 0 ? { least: 0, most: 2 } : stretched(seen.secondsPerPixel, framesMissing * pixels),
    freeBytes,
    neededBytes,
    notes,
  };
}

/** What a pixel took in the exports of this installation, at the same quality. */
async function seenBefore(
  world: Pick<World, 'database'>,
  quality: ExportQuality,
): Promise<{ readonly bytesPerPixel: readonly number[]; readonly secondsPerPixel: readonly number[] }> {
  const rows = await lastFinishedExports(world.database.kysely, LOOKED_BACK_AT);
  const alike = rows.filter((row) => ExportSettings.safeParse(row.settings).data?.quality === quality);
  return {
    bytesPerPixel: alike.flatMap((row) => {
      const { sizeBytes } = exportReport(row);
      return sizeBytes === null ? [] : [sizeBytes / (pixelsOf(row) * row.framesTotal)];
    }),
    secondsPerPixel: alike.flatMap((row) => {
      const { framesEncoded, stages } = exportReport(row);
      if (framesEncoded === null || framesEncoded < LEAST_FRAMES) return [];
      const elapsedMs = stages.reduce((sum, stage) => sum + stage.elapsedMs, 0);
      return elapsedMs === 0 ? [] : [elapsedMs / 1000 / (pixelsOf(row) * framesEncoded)];
    }),
  };
}

const LEAST_FRAMES = 60; // starting an FFmpeg takes as long as a few frames: less says nothing of speed

function pixelsOf({ timeline }: ExportRow): number {
  return timeline.width * timeline.height;
}
