import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { GenerationState, Role } from '#contract/generation.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { StoredError } from './stored-error.ts';

/** A generation as it is stored; request, receipt and result belong to whoever runs it. */
export type GenerationRow = Omit<Row<Tables['generation']>, 'error' | 'takeIds' | 'schemaVersion'> & {
  readonly error: StoredError | null;
  readonly takeIds: readonly string[];
};

type Given =
  | 'id'
  | 'workspaceId'
  | 'createdBy'
  | 'workId'
  | 'sceneId'
  | 'role'
  | 'provider'
  | 'model'
  | 'request'
  | 'inputsHash'
  | 'estimateMicroUsd';

/** What a new generation needs; `request` is everything to run it again after a restart. It starts as `queued`. */
export type NewGeneration = Pick<GenerationRow, Given> &
  Partial<Pick<GenerationRow, 'sealedKey' | 'sealedKeyId' | 'withKey' | 'projectId' | 'tokenId' | 'account'>>;

/** What may change along with a state. `deadlineInMs` counts from now, by the database's clock. */
export type GenerationPatch = Partial<
  Pick<
    GenerationRow,
    | 'bodyHash'
    | 'receipt'
    | 'progress'
    | 'error'
    | 'estimateMicroUsd'
    | 'costMicroUsd'
    | 'takeIds'
    | 'result'
    | 'sealedKey'
    | 'sealedKeyId'
    | 'attempts'
    | 'polls'
  >
> & { readonly deadlineInMs?: number };

const JSON_KEYS = ['request', 'receipt', 'error', 'takeIds', 'result'];
const FINISHED: readonly GenerationState[] = ['done', 'failed', 'cancelled', 'uncertain'];
/** The ends at which nobody is asked any more: a key is wiped there. An `uncertain` one may be looked up with it. */
const SETTLED: readonly GenerationState[] = ['done', 'failed', 'cancelled'];

/** Stores a generation that is to be run. */
export async function insertGeneration(db: Db, generation: NewGeneration): Promise<GenerationRow> {
  const columns = toColumns<Tables['generation']>({ ...generation, state: 'queued', takeIds: [] }, JSON_KEYS);
  return toGeneration(await db.insertInto('generation').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The generation, or null where there is none. */
export async function getGeneration(db: Db, id: string): Promise<GenerationRow | null> {
  const row = await db.selectFrom('generation').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/** The same, locked until the commit. */
export async function lockGeneration(trx: Trx, id: string): Promise<GenerationRow | null> {
  const row = await trx.selectFrom('generation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/** Writes what a generation cost; null where nobody knows. */
export async function writeGenerationCost(db: Db, id: string, costMicroUsd: number | null): Promise<void> {
  await db.updateTable('generation').set({ cost_micro_usd: costMicroUsd }).where('id', '=', id).execute();
}

/** How many are done at a cost that nobody knows; those that ended at `toMs` are no more counted. */
export async function countUnknownCosts(
  db: Db,
  filter: { readonly workspaceId: string; readonly fromMs?: number | undefined; readonly toMs?: number | undefined },
): Promise<number> {
  let query = db
    .selectFrom('generation')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('workspace_id', '=', filter.workspaceId)
    .where('state', '=', 'done')
    .where('cost_micro_usd', 'is', null);
  if (filter.fromMs !== undefined) query = query.where('finished_at', '>=', new Date(filter.fromMs));
  if (filter.toMs !== undefined) query = query.where('finished_at', '<', new Date(filter.toMs));
  return (await query.executeTakeFirstOrThrow()).count;
}

/** The generations of a work, the oldest first. */
export async function listGenerations(db: Db, filter: { readonly workId: string }): Promise<readonly GenerationRow[]> {
  const rows = await db
    .selectFrom('generation')
    .selectAll()
    .where('work_id', '=', filter.workId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toGeneration);
}

/** Which of several that are under way is meant. */
export interface UnderWay {
  /** None of these. */
  readonly besides?: readonly string[];
  /** With this seed; left out: with any. */
  readonly seed?: number | undefined;
}

/**
 * The generation that is already making this, so that nobody asks, or pays, twice; null where there is none.
 *
 * Locks the scene (or the work) until the commit, so that of two that look at once the second finds what the first began.
 * Of calls without a work, whoever may ask twice at once holds a lock of its own.
 */
export async function findUnfinishedGeneration(
  trx: Trx,
  like: Pick<GenerationRow, 'workspaceId' | 'workId' | 'sceneId' | 'role' | 'provider' | 'model' | 'inputsHash'>,
  { besides = [], seed }: UnderWay = {},
): Promise<GenerationRow | null> {
  const { workId, sceneId } = like;
  // No stronger than a change of the row, or this and somebody who stores a take of the scene would wait for each other.
  if (sceneId !== null) await trx.selectFrom('scene').select('id').where('id', '=', sceneId).forNoKeyUpdate().execute();
  else if (workId !== null)
    await trx.selectFrom('work').select('id').where('id', '=', workId).forNoKeyUpdate().execute();
  let query = trx
    .selectFrom('generation')
    .selectAll()
    .where('workspace_id', '=', like.workspaceId)
    .where('work_id', 'is not distinct from', workId)
    .where('scene_id', 'is not distinct from', sceneId)
    .where('role', '=', like.role)
    .where('provider', '=', like.provider)
    .where('model', '=', like.model)
    .where('inputs_hash', '=', like.inputsHash)
    .where('state', 'not in', FINISHED);
  if (besides.length > 0) query = query.where('id', 'not in', besides);
  if (seed !== undefined) query = query.where(sql<boolean>`request->>'seed' = ${String(seed)}`);
  const row = await query.orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/** The scenes of a work with a generation of a role that is not at its end; one in doubt is not. */
export async function listUnsettledScenes(
  db: Db,
  filter: { readonly workId: string; readonly role: Role },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('generation')
    .select('scene_id')
    .distinct()
    .where('work_id', '=', filter.workId)
    .where('role', '=', filter.role)
    .where('state', 'not in', SETTLED)
    .execute();
  return rows.flatMap(({ scene_id: id }) => (id === null ? [] : [id]));
}

/** What was asked for a scene and is not done or cancelled, the oldest first. */
export async function listOpenGenerations(
  db: Db,
  sceneId: string,
): Promise<readonly Pick<GenerationRow, 'role' | 'state'>[]> {
  return db
    .selectFrom('generation')
    .select(['role', 'state'])
    .where('scene_id', '=', sceneId)
    .where('state', 'not in', ['done', 'cancelled'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** A generation that somebody still has to run: it is not at its end, or it was cancelled and its vendor is still to be told. */
export interface OpenGeneration {
  readonly generationId: string;
  readonly jobId: string;
  readonly queueJobId: string | null;
  readonly role: Role;
  readonly provider: string;
}

/** Everything that somebody has to run, with the job of each. */
export async function listGenerationsToRun(db: Db): Promise<readonly OpenGeneration[]> {
  return db
    .selectFrom('generation')
    .innerJoin('job', 'job.target_id', 'generation.id')
    .select([
      'generation.id as generationId',
      'job.id as jobId',
      'job.queue_job_id as queueJobId',
      'generation.role',
      'generation.provider',
    ])
    .where((is) =>
      is.or([
        sql<boolean>`generation.state not in ('done', 'failed', 'cancelled', 'uncertain')`,
        sql<boolean>`generation.state = 'cancelled' and generation.finished_at is null`,
      ]),
    )
    .execute();
}

/** How long the last results of a model took from the receipt on, in milliseconds: half were there sooner; null: none yet. */
export async function usualTookMs(
  db: Db,
  of: Pick<GenerationRow, 'provider' | 'model' | 'role'>,
): Promise<number | null> {
  const last = db
    .selectFrom('generation')
    .select(sql<number>`extract(epoch from finished_at - submitted_at) * 1000`.as('took_ms'))
    .where('provider', '=', of.provider)
    .where('model', '=', of.model)
    .where('role', '=', of.role)
    .where(sql<boolean>`state = 'done' and submitted_at is not null`)
    .orderBy('finished_at', 'desc')
    .limit(9);
  const row = await db
    .selectFrom(last.as('last'))
    .select(sql<number | null>`percentile_cont(0.5) within group (order by took_ms)::float8`.as('usual'))
    .executeTakeFirst();
  return row?.usual ?? null;
}

/** What a dead process may have left: everything that is not at its end, the oldest first. */
export async function listUnfinishedGenerations(db: Db): Promise<readonly GenerationRow[]> {
  const rows = await db
    .selectFrom('generation')
    .selectAll()
    .where('state', 'not in', FINISHED)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toGeneration);
}

/** The newest generation of the same inputs that is done, to be offered instead of making it again. */
export async function findDoneGeneration(
  db: Db,
  filter: { readonly workspaceId: string; readonly inputsHash: string },
): Promise<GenerationRow | null> {
  const row = await db
    .selectFrom('generation')
    .selectAll()
    .where('workspace_id', '=', filter.workspaceId)
    .where('inputs_hash', '=', filter.inputsHash)
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/**
 * Writes down the intent to submit (`queued` → `submitting`), to be committed before the one billable call.
 *
 * Of many that ask, one gets the row; the others get null and must not submit.
 */
export async function claimForSubmit(
  db: Db,
  id: string,
  patch: { readonly bodyHash?: string } = {},
): Promise<GenerationRow | null> {
  const row = await db
    .updateTable('generation')
    .set({
      ...toColumns<Tables['generation']>(patch, JSON_KEYS),
      state: 'submitting',
      submitting_at: sql`now()`,
      attempts: sql<number>`attempts + 1`,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/**
 * Keeps what the vendor gave us to ask for the result by; null where there is no such generation.
 *
 * It is kept in whatever state the generation is by now (a cancel may have come between), but only `submitting` and
 * `uncertain` become `submitted`.
 */
export async function recordReceipt(
  db: Db,
  id: string,
  receipt: unknown,
  options: { readonly deadlineInMs?: number } = {},
): Promise<GenerationRow | null> {
  const row = await db
    .updateTable('generation')
    .set({
      receipt: JSON.stringify(receipt),
      state: sql<GenerationState>`case when state in ('submitting', 'uncertain') then 'submitted' else state end`,
      finished_at: sql<Date | null>`case when state in ('submitting', 'uncertain') then null else finished_at end`,
      submitted_at: sql`now()`,
      updated_at: sql`now()`,
      ...deadline(options.deadlineInMs),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/** Moves a generation to another state if it is in one of `from`; null where it is not, and nothing changed. */
export async function moveGeneration(
  db: Db,
  id: string,
  from: readonly GenerationState[],
  to: GenerationState,
  patch: GenerationPatch = {},
): Promise<GenerationRow | null> {
  const { deadlineInMs, ...fields } = patch;
  const row = await db
    .updateTable('generation')
    .set({
      ...toColumns<Tables['generation']>(fields, JSON_KEYS),
      ...(SETTLED.includes(to) ? { sealed_key: null, sealed_key_id: null } : {}),
      state: to,
      finished_at: FINISHED.includes(to) ? sql`now()` : null,
      updated_at: sql`now()`,
      ...deadline(deadlineInMs),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/**
 * Cancels a generation whose vendor is still to be told; null where it is not in one of `from`.
 *
 * Its key stays and it is not finished, until `endWithdrawal`.
 */
export async function beginWithdrawal(
  db: Db,
  id: string,
  from: readonly GenerationState[],
): Promise<GenerationRow | null> {
  const row = await db
    .updateTable('generation')
    .set({ state: 'cancelled', finished_at: null, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toGeneration(row);
}

/** Whether something was cancelled in a workspace of which its vendor is still to be told. */
export async function hasWithdrawals(db: Db, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('generation')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`state = 'cancelled' and finished_at is null`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Finishes a cancelled generation and wipes its key; false where that was done before. */
export async function endWithdrawal(db: Db, id: string, patch: GenerationPatch = {}): Promise<boolean> {
  const { deadlineInMs: _, ...fields } = patch;
  const { numUpdatedRows } = await db
    .updateTable('generation')
    .set({
      ...toColumns<Tables['generation']>(fields, JSON_KEYS),
      sealed_key: null,
      sealed_key_id: null,
      finished_at: sql`now()`,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'cancelled')
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether the time for it has run out, by the database's clock; false where it has no deadline. */
export async function isPastDeadline(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('generation')
    .select('id')
    .where('id', '=', id)
    .where('deadline_at', '<', sql<Date>`now()`)
    .executeTakeFirst();
  return row !== undefined;
}

function deadline(inMs: number | undefined) {
  return inMs === undefined ? {} : { deadline_at: sql<Date>`now() + ${inMs} * interval '1 millisecond'` };
}

function toGeneration(row: Selectable<Tables['generation']>): GenerationRow {
  const { schemaVersion: _, ...generation } = fromColumns<Tables['generation']>(row);
  return {
    ...generation,
    error: StoredError.nullable().parse(generation.error),
    takeIds: z.array(z.string()).parse(generation.takeIds),
  };
}
