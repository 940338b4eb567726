import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { Db } from '#store/database/open-database.ts';
import { getProviderSetting } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';

/**
 * Whose limits at a vendor a call counts against: those of the workspace where it is known by its key or has an engine at
 * an address of its own, of everybody where the operator's engine is asked; null where nobody is asked.
 */
export async function accountOf(
  db: Db,
  { userId, workspaceId }: Pick<Actor, 'userId' | 'workspaceId'>,
  { provider, hasKey }: { readonly provider: Provider; readonly hasKey: boolean },
): Promise<string | null> {
  if (provider.drawsHere) return null;
  const vendor = vendorOf(provider);
  const isOwn = !provider.keyless || hasKey || (await hasOwnAddress(db, userId, vendor));
  return isOwn ? `${vendor}:${workspaceId}` : vendor;
}

async function hasOwnAddress(db: Db, userId: string, vendor: string): Promise<boolean> {
  return (await getProviderSetting(db, userId, vendor))?.settings.baseUrl !== undefined;
}
