import type { Db } from '#store/database/open-database.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

/** A take by the id a scene has of it; null where there is none, or its file is gone or damaged. */
export async function shownTake(
  world: Pick<World, 'database' | 'files'>,
  takeId: string | null,
  db: Db = world.database.kysely,
): Promise<TakeRow | null> {
  const take = takeId ? await getTake(db, takeId) : null;
  return take && (await isWhole(world, take.sha256, db)) ? take : null;
}
