import type { CostEstimate } from '#contract/cost.ts';
import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';

/** What one role of a film will cost. */
export interface PriceLine {
  readonly role: Role;
  /** Pictures or clips. */
  readonly count: number;
  /** As people call it; of the machine itself, that it is this one. */
  readonly model: string;
  /** null: the catalogue has no price. */
  readonly microUsd: number | null;
  readonly isRetired: boolean;
}

const order: readonly Role[] = ['vision', 'llm', 'image', 'video'];

/** An estimate by role, with models as people call them. */
export function priceLines(
  { items }: Pick<CostEstimate, 'items'>,
  providers: readonly ProviderInfo[],
): readonly PriceLine[] {
  return order.flatMap((role): PriceLine[] => {
    const own = items.filter((item) => item.role === role);
    const [first] = own;
    if (!first) return [];
    const info = providers.find(({ id, category }) => id === first.provider && category === role);
    const microUsd = own.reduce<number | null>(
      (sum, { expectedMicroUsd }) => (sum === null || expectedMicroUsd === null ? null : sum + expectedMicroUsd),
      0,
    );
    return [
      {
        role,
        count: own.reduce((sum, { count }) => sum + count, 0),
        model: nameOf(first, info),
        microUsd,
        isRetired: own.some(({ retired }) => retired),
      },
    ];
  });
}

const BUILT_IN = 'local';

function nameOf({ provider, model }: CostEstimate['items'][number], info: ProviderInfo | undefined): string {
  if (provider === BUILT_IN && info) return info.name;
  return info?.models.find(({ id }) => id === model)?.name ?? model;
}

/** The budget that leaves the least, of those that count for a film; null where nothing is limited. */
export function tightestBudget({ budgets }: Pick<CostEstimate, 'budgets'>): CostEstimate['budgets'][number] | null {
  return budgets.toSorted((one, other) => one.leftMicroUsd - other.leftMicroUsd)[0] ?? null;
}
