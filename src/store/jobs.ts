import { sql, type Selectable } from 'kysely';
import type { JobStatus } from '#contract/job.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { StoredError } from './stored-error.ts';

/** A job as it is stored, for clients to watch; the queue has its own of the same work. */
export type JobRow = Omit<Row<Tables['job']>, 'error'> & { readonly error: StoredError | null };

/** What a new job needs; `targetId` is the generation or export it is for. It starts as `queued`. */
export type NewJob = Pick<JobRow, 'id' | 'workspaceId' | 'createdBy' | 'kind' | 'workId' | 'targetId' | 'stage'> &
  Partial<Pick<JobRow, 'queueJobId' | 'request' | 'sealedKey' | 'sealedKeyId' | 'result'>>;

/** What of a job may change. */
export type JobPatch = Partial<
  Pick<
    JobRow,
    'queueJobId' | 'status' | 'progress' | 'stage' | 'etaMs' | 'result' | 'error' | 'costMicroUsd' | 'targetId'
  >
>;

const JSON_KEYS = ['result', 'error', 'request'];
const ENDED: readonly JobStatus[] = ['done', 'failed', 'cancelled'];

/** Stores a job. */
export async function insertJob(db: Db, job: NewJob): Promise<JobRow> {
  const columns = toColumns<Tables['job']>({ ...job, status: 'queued' }, JSON_KEYS);
  return toJob(await db.insertInto('job').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The job, or null where there is none. */
export async function getJob(db: Db, id: string): Promise<JobRow | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toJob(row);
}

/** The jobs of a workspace, the newest first. */
export async function listJobs(
  db: Db,
  filter: {
    readonly workspaceId: string;
    readonly workId?: string;
    readonly targetId?: string;
    readonly kind?: JobRow['kind'];
    readonly status?: readonly JobStatus[];
    /** Leaves out what others asked for without a work, and what was for a work in the trash. */
    readonly seenBy?: string;
  } & ListPage,
): Promise<readonly JobRow[]> {
  let query = db.selectFrom('job').selectAll().where('workspace_id', '=', filter.workspaceId);
  if (filter.workId !== undefined) query = query.where('work_id', '=', filter.workId);
  if (filter.targetId !== undefined) query = query.where('target_id', '=', filter.targetId);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.status !== undefined) query = query.where('status', 'in', filter.status);
  const { seenBy } = filter;
  if (seenBy !== undefined) {
    query = query
      .where((is) => is.or([is('work_id', 'is not', null), is('created_by', '=', seenBy)]))
      .where(
        sql<boolean>`not exists (select 1 from work join project on project.id = work.project_id
          where work.id = job.work_id and (work.deleted_at is not null or project.deleted_at is not null))`,
      );
  }
  if (filter.after !== undefined) query = query.where(isAfter('created_at', 'desc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy(listKey('created_at'), 'desc').orderBy('id', 'desc').execute();
  return rows.map(toJob);
}

/** Says which job of the queue runs it by now, also of one that has ended: its vendor may still have to be told. */
export async function assignQueueJob(db: Db, id: string, queueJobId: string): Promise<void> {
  await db.updateTable('job').set({ queue_job_id: queueJobId }).where('id', '=', id).execute();
}

/** Changes a job; null where there is none or it has ended (done, failed, cancelled), which nothing changes any more. */
export async function updateJob(db: Db, id: string, patch: JobPatch): Promise<JobRow | null> {
  const row = await db
    .updateTable('job')
    .set({ ...toColumns<Tables['job']>(patch, JSON_KEYS), updated_at: sql`now()` })
    // A key lasts as long as there is something to ask with it.
    .$if(patch.status !== undefined && ENDED.includes(patch.status), (query) =>
      query.set({ sealed_key: null, sealed_key_id: null }),
    )
    .where('id', '=', id)
    .where('status', 'not in', ENDED)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toJob(row);
}

/** Says something else of what a job has left; the only thing that may change of one that has ended. */
export async function changeEndedResult(db: Db, id: string, result: object): Promise<void> {
  const columns = toColumns<Tables['job']>({ result }, JSON_KEYS);
  await db
    .updateTable('job')
    .set({ ...columns, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

function toJob(row: Selectable<Tables['job']>): JobRow {
  const job = fromColumns<Tables['job']>(row);
  return { ...job, error: StoredError.nullable().parse(job.error) };
}
