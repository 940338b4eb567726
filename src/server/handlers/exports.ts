import { z } from 'zod';
import type { Export } from '#contract/export.ts';
import type { exportsOperations } from '#contract/operations/exports.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { cancelExport } from '#studio/exports/cancel-export.ts';
import { deleteExport } from '#studio/exports/delete-export.ts';
import { estimateExport } from '#studio/exports/estimate-export.ts';
import { exportClips } from '#studio/exports/export-clips.ts';
import { exportOf } from '#studio/exports/export-of.ts';
import { listExports } from '#studio/exports/list-exports.ts';
import { openBundle } from '#studio/exports/open-bundle.ts';
import { openCaptions } from '#studio/exports/open-captions.ts';
import { openPoster } from '#studio/exports/open-poster.ts';
import { openStill } from '#studio/exports/open-still.ts';
import { pauseExports } from '#studio/exports/pause-exports.ts';
import { readExport } from '#studio/exports/read-export.ts';
import { resumeExports } from '#studio/exports/resume-exports.ts';
import { startExport } from '#studio/exports/start-export.ts';
import { wantedExport } from '#studio/exports/wanted-export.ts';
import { exportFile } from '#studio/media/open-media.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { World } from '#studio/world.ts';
import type { Handlers } from './handler.ts';

const Exported = z.object({ exportId: z.string() });

/** Films made of works, kept to be downloaded. */
export const exportsHandlers: Handlers<typeof exportsOperations> = {
  exportClips: {
    start: (world, actor, request) => exportClips(world, actor, request),
    finish: (world, actor, { projectId, workId }, job) => {
      const made = Exported.safeParse(job?.result);
      if (!made.success) throw new Problem('not_found', { what: 'finished export' });
      return film(world, actor, { projectId, workId, exportId: made.data.exportId });
    },
  },
  startExport: async (world, actor, { projectId, workId, ...wishes }) => {
    const work = await findWork(world, actor, { projectId, workId });
    const { row, jobId } = await startExport(world, actor, await wantedExport(world, work, wishes));
    return exportOf(world, row, { work, job: jobId === null ? null : { id: jobId, progress: 0 } });
  },
  estimateExport: async (world, actor, { projectId, workId, ...wishes }) => {
    const work = await findWork(world, actor, { projectId, workId });
    return estimateExport(world, actor, await wantedExport(world, work, wishes));
  },
  pauseExports: async (world, actor, place) => {
    await pauseExports(world, actor, place);
    return waiting(world, actor, place);
  },
  resumeExports: async (world, actor, place) => {
    await resumeExports(world, actor, place);
    return waiting(world, actor, place);
  },
  listExports: async (world, actor, input, call) => {
    const { items, nextCursor } = await listExports(world, actor, input);
    call.nextCursor(nextCursor);
    return items;
  },
  getExport: (world, actor, place) => readExport(world, actor, place),
  getExportFile: (world, actor, place) => film(world, actor, place),
  getExportSrt: (world, actor, place) => openCaptions(world, actor, place, 'srt'),
  getExportVtt: (world, actor, place) => openCaptions(world, actor, place, 'vtt'),
  getExportPoster: (world, actor, place, { signal }) => openPoster(world, actor, place, signal),
  getExportBundle: (world, actor, place, { signal }) => openBundle(world, actor, place, signal),
  getFrame: (world, actor, { projectId, workId, t }, { signal }) =>
    openStill(world, actor, { projectId, workId, atS: t ?? 0 }, signal),
  cancelExport: async (world, actor, place) => {
    await cancelExport(world, actor, place);
    return readExport(world, actor, place);
  },
  deleteExport: (world, actor, place) => deleteExport(world, actor, place),
};

/** The exports of a work that are still to begin. */
async function waiting(
  world: World,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<Export[]> {
  const { items } = await listExports(world, actor, place);
  return items.filter(({ status }) => status === 'queued');
}

/** The file, to be saved under the name of its work; in another size than the work's with that, so that formats lie side by side. */
async function film(
  world: World,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string; readonly exportId: string },
) {
  const work = await findWork(world, actor, place);
  const { width, height } = await readExport(world, actor, place);
  const file = await exportFile(world, place);
  const isAsEdited = width === work.width && height === work.height;
  const filename = isAsEdited ? `${work.name}.mp4` : `${work.name} ${String(width)}x${String(height)}.mp4`;
  return { ...file, filename, disposition: 'attachment' as const };
}
