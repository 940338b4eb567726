import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';

/**
 * Whose limits at a vendor a call counts against: those of the workspace where it is known by its key, of everybody where
 * an engine of this network is asked; null where nobody is asked.
 */
export function accountOf(
  provider: Pick<Provider, 'id' | 'vendor' | 'keyless' | 'drawsHere'>,
  workspaceId: string,
): string | null {
  if (provider.drawsHere) return null;
  return provider.keyless ? vendorOf(provider) : `${vendorOf(provider)}:${workspaceId}`;
}
