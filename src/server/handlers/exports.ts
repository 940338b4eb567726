import type { exportsOperations } from '#contract/operations/exports.ts';
import { editOf } from '#studio/edit-of.ts';
import { exportFile } from '#studio/open-media.ts';
import { exportOf } from '#studio/export-of.ts';
import { findWork } from '#studio/find-work.ts';
import { listExports } from '#studio/list-exports.ts';
import { startExport } from '#studio/start-export.ts';
import type { Handlers } from './handler.ts';

/** Films. */
export const exportsHandlers: Handlers<typeof exportsOperations> = {
  startExport: async (world, actor, { projectId, workId, quality }) => {
    const timeline = await editOf(world, await findWork(world, actor, { projectId, workId }));
    const { row, jobId } = await startExport(world, actor, { workId, timeline, quality: quality ?? 'standard' });
    return exportOf(world, row, { projectId, job: jobId === null ? null : { id: jobId, progress: 0 } });
  },
  listExports: (world, actor, input) => listExports(world, actor, input),
  getExportFile: (world, _, input) => exportFile(world, input),
};
