import type { Spend, SpendBy, SpendRow } from '#contract/cost.ts';
import { countUnknownCosts } from '#store/generations.ts';
import { sumHeld, sumSpend } from '#store/ledger.ts';
import { sumMade, type MadeRow } from '#store/made.ts';
import { namesOfProjects } from '#store/projects.ts';
import { namesOfWorks } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/** What the actor's workspace has spent between two moments, the second no more counted; of deleted works too. */
export async function readSpend(
  world: Pick<World, 'database'>,
  { workspaceId }: Actor,
  {
    from: fromMs,
    to: toMs,
    by,
  }: { readonly from?: number | undefined; readonly to?: number | undefined; readonly by: SpendBy },
): Promise<Spend> {
  const db = world.database.kysely;
  const between = { workspaceId, fromMs, toMs };
  const sums = withMade(await sumSpend(db, between, by), await sumMade(db, between, by), by);
  const ids = sums.flatMap(({ key }) => (key === null ? [] : [key]));
  const names =
    by === 'project' ? await namesOfProjects(db, ids) : by === 'work' ? await namesOfWorks(db, ids) : NO_NAMES;
  return {
    from: fromMs ?? null,
    to: toMs ?? null,
    by,
    rows: sums.map((row) => ({ ...row, name: (row.key !== null && names.get(row.key)) || null })),
    totalMicroUsd: sums.reduce((sum, row) => sum + row.spentMicroUsd, 0),
    reservedMicroUsd: await sumHeld(db, workspaceId),
    unknownCount: await countUnknownCosts(db, { workspaceId, fromMs, toMs }),
  };
}

type Sum = Omit<SpendRow, 'name'>;

/** What was paid beside what was made, which may have been free, or paid for at another time. */
function withMade(
  paid: readonly Pick<Sum, 'key' | 'spentMicroUsd' | 'generations'>[],
  made: readonly MadeRow[],
  by: SpendBy,
): readonly Sum[] {
  const rest = new Map(made.map((row) => [row.key, row]));
  const sums = paid.map((row) => {
    const of = rest.get(row.key) ?? NOTHING;
    rest.delete(row.key);
    return { ...row, made: of.made, unknownCount: of.unknownCount };
  });
  const free = [...rest.values()].map((row) => ({ ...row, spentMicroUsd: 0, generations: 0 }));
  const all = [...sums, ...free];
  return by === 'day' ? all.toSorted((a, b) => (a.key ?? '').localeCompare(b.key ?? '')) : all;
}

const NOTHING = { made: { pictures: 0, clips: 0, clipSeconds: 0, scripts: 0, readings: 0 }, unknownCount: 0 };

const NO_NAMES: ReadonlyMap<string, string> = new Map();
