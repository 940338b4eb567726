import type { Db } from '#store/database/open-database.ts';
import { listTakesOfInputs, type TakeInputs, type TakeRow } from '#store/takes.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

/** How many earlier takes are looked at: more of the same inputs differ by their seed alone. */
const LOOKED_AT = 20;

/** The newest take that the same model made of the same inputs in the workspace, and seed if one is given; its file is there. */
export async function findReusable(
  world: Pick<World, 'database' | 'files'>,
  inputs: TakeInputs,
  db: Db = world.database.kysely,
): Promise<TakeRow | null> {
  return (await listReusable(world, inputs, 1, db))[0] ?? null;
}

/** Several of them, the newest first; no two of the same bytes. */
export async function listReusable(
  world: Pick<World, 'database' | 'files'>,
  inputs: TakeInputs,
  count: number,
  db: Db = world.database.kysely,
): Promise<TakeRow[]> {
  const found = new Map<string, TakeRow>();
  for (const take of await listTakesOfInputs(db, inputs, LOOKED_AT)) {
    if (found.size === count) break;
    if (!found.has(take.sha256) && (await isWhole(world, take.sha256, db))) found.set(take.sha256, take);
  }
  return [...found.values()];
}
