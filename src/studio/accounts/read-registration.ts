import { hasAccounts } from '#store/users.ts';
import type { World } from '../world.ts';

/** Whether an account can be opened here, and whether it would be the first, which takes over what was made without one. */
export async function readRegistration(
  world: Pick<World, 'database' | 'accounts'>,
): Promise<{ readonly isOpen: boolean; readonly isFirst: boolean }> {
  const isFirst = !(await hasAccounts(world.database.kysely));
  const { registration } = world.accounts;
  return { isOpen: registration === 'open' || (registration === 'first' && isFirst), isFirst };
}
