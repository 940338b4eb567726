import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import type { Row } from './row.ts';

/** A line of the ledger; none is ever changed, and it outlives what it was for. */
type LedgerRow = Row<Tables['ledger']>;

/** What a new line needs; its moment is the database's. */
export type NewLedgerRow = Omit<LedgerRow, 'id' | 'at'>;

/** What is held for something that may still be paid, and what has been paid; micro-USD, each 0 or more. */
export interface Balance {
  readonly heldMicroUsd: number;
  readonly spentMicroUsd: number;
}

/** Adds lines. */
export async function insertLedger(trx: Trx, lines: readonly NewLedgerRow[]): Promise<void> {
  if (lines.length === 0) return;
  const columns = lines.map((line) => ({
    workspace_id: line.workspaceId,
    user_id: line.userId,
    token_id: line.tokenId,
    project_id: line.projectId,
    work_id: line.workId,
    generation_id: line.generationId,
    provider: line.provider,
    model: line.model,
    role: line.role,
    kind: line.kind,
    micro_usd: line.microUsd,
  }));
  await trx.insertInto('ledger').values(columns).execute();
}

/**
 * What is held and spent for one generation, which is known by its id before it is on record.
 *
 * Locks its lines until the commit, so that nothing is let go of twice.
 */
export async function lockBalance(trx: Trx, generationId: string): Promise<Balance> {
  await trx
    .selectFrom('ledger')
    .select('id')
    .where('generation_id', '=', generationId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return trx
    .selectFrom('ledger')
    .select([held.as('heldMicroUsd'), spent.as('spentMicroUsd')])
    .where('generation_id', '=', generationId)
    .executeTakeFirstOrThrow();
}

/** What is held for each of these generations; those for which nothing is are left out. */
export async function heldFor(db: Db, generationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (generationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ledger')
    .select(['generation_id', held.as('held')])
    .where('generation_id', 'in', generationIds)
    .groupBy('generation_id')
    .execute();
  return new Map(rows.flatMap((row) => (row.held > 0 ? [[row.generation_id, row.held] as const] : [])));
}

/** The last line that holds something for a generation: who asked, and for what. null where nothing was ever held. */
export async function lastReserve(db: Db, generationId: string): Promise<NewLedgerRow | null> {
  const row = await db
    .selectFrom('ledger')
    .select(['workspace_id as workspaceId', 'user_id as userId', 'token_id as tokenId', 'project_id as projectId'])
    .select(['work_id as workId', 'generation_id as generationId', 'provider', 'model', 'role', 'kind'])
    .select('micro_usd as microUsd')
    .where('generation_id', '=', generationId)
    .where('kind', '=', 'reserve')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Between which moments, by what, and whose. */
export interface SpendFilter {
  readonly workspaceId: string;
  /** Unix milliseconds; the second is no more counted. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** What was spent, added up; `key` is null where nothing of the kind was on the line. */
export async function sumSpend(
  db: Db,
  { workspaceId, fromMs, toMs }: SpendFilter,
  by: 'provider' | 'model' | 'day' | 'project' | 'work',
): Promise<readonly { readonly key: string | null; readonly spentMicroUsd: number; readonly generations: number }[]> {
  const keys = {
    provider: sql<string | null>`provider`,
    model: sql<string | null>`model`,
    day: sql<string | null>`to_char(at at time zone 'utc', 'YYYY-MM-DD')`,
    project: sql<string | null>`project_id`,
    work: sql<string | null>`work_id`,
  };
  let query = db
    .selectFrom('ledger')
    .select([keys[by].as('key'), spent.as('spentMicroUsd')])
    .select(sql<number>`count(distinct generation_id)::int`.as('generations'))
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'in', ['spend', 'refund'])
    .groupBy(sql`1`);
  if (fromMs !== undefined) query = query.where('at', '>=', new Date(fromMs));
  if (toMs !== undefined) query = query.where('at', '<', new Date(toMs));
  return (by === 'day' ? query.orderBy(sql`1`) : query.orderBy(sql`2 desc`).orderBy(sql`1`)).execute();
}

/** What is held in a workspace. */
export async function sumHeld(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('ledger')
    .select(held.as('held'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.held;
}

const sumOf = (kinds: readonly LedgerRow['kind'][]) =>
  sql<number>`coalesce(sum(micro_usd) filter (where kind in (${sql.join(kinds)})), 0)::bigint`;
const held = sumOf(['reserve', 'release']);
const spent = sumOf(['spend', 'refund']);
