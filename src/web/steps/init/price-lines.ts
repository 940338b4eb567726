import type { CostEstimate } from '#contract/cost.ts';
import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';

/** What one role of a film will cost. */
export interface PriceLine {
  readonly role: Role;
  /** Pictures or clips. */
  readonly count: number;
  readonly model: string;
  /** By which engine. */
  readonly engine: string;
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
        model: info?.models.find(({ id }) => id === first.model)?.name ?? first.model,
        engine: info?.name ?? first.provider,
        microUsd,
        isRetired: own.some(({ retired }) => retired),
      },
    ];
  });
}

/** The budget that leaves the least, of those that count for a film; null where nothing is limited. */
export function tightestBudget({ budgets }: Pick<CostEstimate, 'budgets'>): CostEstimate['budgets'][number] | null {
  return budgets.toSorted((one, other) => one.leftMicroUsd - other.leftMicroUsd)[0] ?? null;
}
