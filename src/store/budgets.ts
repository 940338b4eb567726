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
): Promise<BudgetRow> {
  const { limitMicroUsd: limit_micro_usd, period } = budget;
  const row = await db
    .insertInto('budget')
    .values(toColumns<Tables['budget']>(budget, []))
    .onConflict((conflict) =>
      conflict
        .columns(['target_kind', 'target_id'])
        .doUpdateSet({ limit_micro_usd, period, updated_at: sql<Date>`now()` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromColumns<Tables['budget']>(row);
}

/** Lifts a limit; false where there was none. */
export async function deleteBudget(db: Db, target: BudgetTarget): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('budget').where(isOn(target)).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The limits of a workspace whose things are still there, the user's own first. */
export async function listBudgets(db: Db, workspaceId: string): Promise<readonly BudgetRow[]> {
  const rows = await db
    .selectFrom('budget')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`case target_kind
        when 'project' then exists (select from project where id = target_id)
        when 'work' then exists (select from work where id = target_id)
        when 'token' then exists (select from api_token where id = target_id and revoked_at is null)
        else true end`,
    )
    .orderBy(sql`array_position(array['user', 'project', 'work', 'token'], target_kind)`)
    .orderBy('created_at')
    .orderBy('target_id')
    .execute();
  return rows.map((row) => fromColumns<Tables['budget']>(row));
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
