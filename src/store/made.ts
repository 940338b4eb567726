import { sql } from 'kysely';
import type { Made, SpendBy } from '#contract/cost.ts';
import type { Db } from './database/open-database.ts';
import type { SpendFilter } from './ledger.ts';

/** What was made under one key, and of how much of it nobody tells the cost. */
export interface MadeRow {
  readonly key: string | null;
  readonly made: Made;
  readonly unknownCount: number;
}

/** What was made between two moments, added up as what was spent is; of deleted works too. */
export async function sumMade(
  db: Db,
  { workspaceId, fromMs, toMs }: SpendFilter,
  by: SpendBy,
): Promise<readonly MadeRow[]> {
  const keys = {
    provider: sql<string | null>`provider`,
    model: sql<string | null>`model`,
    day: sql<string | null>`to_char(finished_at at time zone 'utc', 'YYYY-MM-DD')`,
    project: sql<string | null>`project_id`,
    work: sql<string | null>`work_id`,
  };
  const results = sql`greatest(1, jsonb_array_length(take_ids))`; // a call without a work leaves no take
  let query = db
    .selectFrom('generation')
    .select(keys[by].as('key'))
    .select([
      sql<number>`coalesce(sum(${results}) filter (where role = 'image'), 0)::int`.as('pictures'),
      sql<number>`coalesce(sum(${results}) filter (where role = 'video'), 0)::int`.as('clips'),
      sql<number>`coalesce(sum((request ->> 'durationS')::float8) filter (where role = 'video'), 0)::float8`.as(
        'clipSeconds',
      ),
      sql<number>`(count(*) filter (where role = 'llm'))::int`.as('scripts'),
      sql<number>`(count(*) filter (where role = 'vision'))::int`.as('readings'),
      sql<number>`(count(*) filter (where cost_micro_usd is null))::int`.as('unknownCount'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'done')
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  if (fromMs !== undefined) query = query.where('finished_at', '>=', new Date(fromMs));
  if (toMs !== undefined) query = query.where('finished_at', '<', new Date(toMs));
  const rows = await query.execute();
  return rows.map(({ key, unknownCount, ...made }) => ({ key, unknownCount, made }));
}
