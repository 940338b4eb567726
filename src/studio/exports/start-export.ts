import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { appendEvent } from '#store/events.ts';
import { insertExport, listExports, updateExport, type ExportRow } from '#store/exports.ts';
import { insertJob, listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { hashOf } from '../hash-of.ts';
import { isWhole } from '../media/is-whole.ts';
import { newId } from '../new-id.ts';
import { EXPORT_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { ExportSettings } from './export-settings.ts';
import { resumeExport } from './resume-exports.ts';

/** What an export is asked for. */
export interface WantedExport {
  readonly workId: string;
  readonly timeline: Timeline;
  readonly settings: ExportSettings;
}

/** An export and the job that renders it; no job where the file is there already. */
export interface StartedExport {
  readonly row: ExportRow;
  readonly jobId: string | null;
}

/**
 * Puts an export of an edit on record and into the queue; the same film again is the one that is there or under
 * way, with the poster that was asked for last; one that is paused is resumed.
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
    const { settings } = wanted;
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
  world: Pick<World, 'database' | 'files' | 'queue'>,
  actor: Actor,
  wanted: WantedExport,
): Promise<StartedExport | null> {
  const db = world.database.kysely;
  const hash = filmHash(wanted);
  for (const row of await listExports(db, { workId: wanted.workId })) {
    const settings = ExportSettings.parse(row.settings);
    if (filmHash({ timeline: row.timeline, settings }) !== hash) continue;
    const isThere = row.state === 'done' && row.sha256 && (await isWhole(world, row.sha256));
    const isComing = row.state === 'queued' || row.state === 'running';
    if (!isThere && !isComing) continue;
    const [job] = isComing ? await listJobs(db, { workspaceId: actor.workspaceId, targetId: row.id }) : [];
    if (isComing && !job) continue;
    if (row.pausedAt !== null) await resumeExport(world, row); // it is wanted now
    const renewed = await updateExport(db, row.id, [row.state], { settings: wanted.settings });
    return { row: renewed ?? row, jobId: job?.id ?? null };
  }
  return null;
}

/** What makes two exports the same film: not its poster, nor when it was asked for. */
function filmHash({ timeline, settings }: Pick<WantedExport, 'timeline' | 'settings'>): string {
  const { posterFrame: _poster, revision: _revision, ...film } = settings;
  return hashOf([timeline, film]);
}
