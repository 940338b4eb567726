import type { Spend, SpendBy } from '#contract/cost.ts';
import { countUnknownCosts } from '#store/generations.ts';
import { sumHeld, sumSpend } from '#store/ledger.ts';
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
  const sums = await sumSpend(db, { workspaceId, fromMs, toMs }, by);
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

const NO_NAMES: ReadonlyMap<string, string> = new Map();
