import { sql, type ExpressionBuilder } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import type { Balance } from './ledger.ts';
import { fromColumns, toColumns, type Row } from './row.ts';

/** A limit on what is spent for something, in a period. */
export type BudgetRow = Row<Tables['budget']>;

/** What a limit is set for. */
export type BudgetTarget = Pick<BudgetRow, 'targetKind' | 'targetId'>;

/** Sets a limit, in place of the one there was. */
export async function putBudget(
  db: Db,
  budget: Pick<BudgetRow, 'targetKind' | 'targetId' | 'workspaceId' | 'limitMicroUsd' | 'period'>,
): Promise<void> {
  const { limitMicroUsd: limit_micro_usd, period } = budget;
  await db
    .insertInto('budget')
    .values(toColumns<Tables['budget']>(budget, []))
    .onConflict((conflict) =>
      conflict
        .columns(['target_kind', 'target_id'])
        .doUpdateSet({ limit_micro_usd, period, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

/** Lifts a limit; false where there was none. */
export async function deleteBudget(db: Db, target: BudgetTarget): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('budget').where(isOn(target)).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A limit with what it is on by name; null for an account. */
export type NamedBudgetRow = BudgetRow & { readonly name: string | null };

/** The limits of a workspace whose things are still there, the account's own first. */
export async function listBudgets(db: Db, workspaceId: string): Promise<readonly NamedBudgetRow[]> {
  const rows = await named(db)
    .where('budget.workspace_id', '=', workspaceId)
    .orderBy(sql`array_position(array['user', 'project', 'work', 'token'], target_kind)`)
    .orderBy('budget.created_at')
    .orderBy('target_id')
    .execute();
  return rows.map((row) => fromColumns<Tables['budget'] & { name: string | null }>(row));
}

/** The limit on something; null where there is none. */
export async function getBudget(db: Db, { targetKind, targetId }: BudgetTarget): Promise<NamedBudgetRow | null> {
  const query = named(db).where('target_kind', '=', targetKind).where('target_id', '=', targetId);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : fromColumns<Tables['budget'] & { name: string | null }>(row);
}

/** What is in the trash keeps its limit; what is gone for good has none. */
const named = (db: Db) =>
  db
    .selectFrom('budget')
    .leftJoin('project', (on) => on.onRef('project.id', '=', 'target_id').on('target_kind', '=', 'project'))
    .leftJoin('work', (on) => on.onRef('work.id', '=', 'target_id').on('target_kind', '=', 'work'))
    .leftJoin('api_token', (on) =>
      on.onRef('api_token.id', '=', 'target_id').on('target_kind', '=', 'token').on('revoked_at', 'is', null),
    )
    .selectAll('budget')
    .select(sql<string | null>`coalesce(project.name, work.name, api_token.name)`.as('name'))
    .where(sql<boolean>`target_kind = 'user' or coalesce(project.id, work.id, api_token.id) is not null`);

/** Forgets the limits on what is gone for good. */
export async function sweepBudgets(db: Db): Promise<void> {
  await sql`delete from budget where target_kind <> 'user' and target_id not in (
    select id from project union all select id from work union all select id from api_token
  )`.execute(db);
}

/**
 * The limits on any of these, locked until the commit: whoever counts against one of them next sees what was held under
 * this lock.
 *
 * In one order for everybody, so that two that want the same locks never wait for each other.
 */
export async function lockBudgets(trx: Trx, targets: readonly BudgetTarget[]): Promise<readonly BudgetRow[]> {
  if (targets.length === 0) return [];
  const rows = await trx
    .selectFrom('budget')
    .selectAll()
    .where((is) =>
      is.or(targets.map(({ targetKind, targetId }) => is.and({ target_kind: targetKind, target_id: targetId }))),
    )
    .orderBy('target_kind')
    .orderBy('target_id')
    .forUpdate()
    .execute();
  return rows.map((row) => fromColumns<Tables['budget']>(row));
}

/** What counts against a limit: all that is held, and what was spent in its present period, by the database's clock. */
export async function balanceOfBudget(db: Db, budget: Omit<BudgetRow, 'createdAt' | 'updatedAt'>): Promise<Balance> {
  const { targetKind, targetId, workspaceId, period } = budget;
  const start = period === 'total' ? sql`'-infinity'::timestamptz` : startOf(period);
  return db
    .selectFrom('ledger')
    .select(
      sql<number>`coalesce(sum(micro_usd) filter (where kind in ('reserve', 'release')), 0)::bigint`.as('heldMicroUsd'),
    )
    .select(
      sql<number>`coalesce(sum(micro_usd) filter (where kind in ('spend', 'refund') and at >= ${start}), 0)::bigint`.as(
        'spentMicroUsd',
      ),
    )
    .where('workspace_id', '=', workspaceId)
    .where(`${targetKind}_id`, '=', targetId)
    .executeTakeFirstOrThrow();
}

/** Months and days begin at midnight UTC. */
const startOf = (period: 'month' | 'day') =>
  sql`date_trunc(${sql.lit(period)}, now() at time zone 'utc') at time zone 'utc'`;

const isOn =
  ({ targetKind, targetId }: BudgetTarget) =>
  (eb: ExpressionBuilder<Tables, 'budget'>) =>
    eb.and({ target_kind: targetKind, target_id: targetId });
