import { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import { adapterOf } from '#providers/adapter-of.ts';
import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';

/**
 * Refuses default models that could never be asked: of a role that the provider does not play, or another vendor's.
 *
 * One that nobody lists is passed on as it is, since vendors have new models before we know them.
 *
 * @throws Problem `invalid_input`, `unknown_model`
 */
export function checkDefaultModels(
  providers: readonly Provider[],
  provider: Provider,
  models: Readonly<Partial<Record<Role, string | null | undefined>>>,
): void {
  const vendor = vendorOf(provider);
  for (const role of Role.options) {
    const model = models[role];
    if (model == null) continue;
    const sameVendor = providers.filter((one) => vendorOf(one) === vendor);
    if (!sameVendor.some((one) => one[adapterOf[role]] !== undefined)) {
      throw new Problem('invalid_input', { reason: `models.${role}: ${provider.label} has none of this role` });
    }
    const listing = providers.filter((one) => one.models.some(({ id, role: plays }) => id === model && plays === role));
    const isElsewhere = listing.length > 0 && !listing.some((one) => vendorOf(one) === vendor);
    if (isElsewhere || (provider.onlyListedModels && listing.length === 0)) {
      throw new Problem('unknown_model', { model, role, provider: provider.label });
    }
  }
}
