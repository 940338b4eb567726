import type { ExportQuality } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { appendEvent } from '#store/events.ts';
import { insertExport, listExports, type ExportRow } from '#store/exports.ts';
import { insertJob, listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { hashOf } from '../hash-of.ts';
import { isWhole } from '../media/is-whole.ts';
import { newId } from '../new-id.ts';
import { EXPORT_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';

/** What an export is asked for. */
export interface WantedExport {
  readonly workId: string;
  readonly timeline: Timeline;
  readonly quality: ExportQuality;
}

/** An export and the job that renders it; no job where the file is there already. */
export interface StartedExport {
  readonly row: ExportRow;
  readonly jobId: string | null;
}

/**
 * Puts an export of an edit on record and into the queue; the same edit at the same quality again is the one that is
 * there or under way.
 *
 * @throws Problem `work_has_no_scenes`; `invalid_input` for a film larger than one is rendered
 */
export async function startExport(
  world: Pick<World, 'database' | 'queue' | 'files' | 'clock' | 'random'>,
  actor: Actor,
  wanted: WantedExport,
): Promise<StartedExport> {
  checkFilm(wanted.timeline);
  const framesTotal = outputLengthFrames(wanted.timeline);
  if (framesTotal === 0) throw new Problem('work_has_no_scenes');
  const same = await findSame(world, actor, wanted);
  if (same) return same;
  const exportId = newId(world, 'export');
  const jobId = newId(world, 'job');
  return world.database.transaction(async (trx) => {
    const owned = { workspaceId: actor.workspaceId, createdBy: actor.userId, workId: wanted.workId };
    const settings = { quality: wanted.quality };
    const row = await insertExport(trx, { ...owned, id: exportId, timeline: wanted.timeline, settings, framesTotal });
    const queueJobId = await world.queue.add(EXPORT_QUEUE, { exportId, jobId }, { db: trx, group: 'export' });
    await insertJob(trx, { ...owned, id: jobId, kind: 'export', targetId: exportId, queueJobId, stage: 'waiting' });
    await appendEvent(trx, {
      workspaceId: actor.workspaceId,
      workId: wanted.workId,
      type: 'export',
      data: { exportId, jobId, status: 'queued' },
    });
    return { row, jobId };
  });
}

async function findSame(
  world: Pick<World, 'database' | 'files'>,
  actor: Actor,
  wanted: WantedExport,
): Promise<StartedExport | null> {
  const hash = hashOf([wanted.timeline, { quality: wanted.quality }]);
  for (const row of await listExports(world.database.kysely, { workId: wanted.workId })) {
    if (hashOf([row.timeline, row.settings]) !== hash) continue;
    if (row.state === 'done' && row.sha256 && (await isWhole(world, row.sha256))) return { row, jobId: null };
    if (row.state !== 'queued' && row.state !== 'running') continue;
    const job = (await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, targetId: row.id }))[0];
    if (job) return { row, jobId: job.id };
  }
  return null;
}
