import { queryOptions } from '@tanstack/react-query';
import type { SpendBy } from '#contract/cost.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** From one moment to another, which is no more counted; Unix milliseconds. */
export interface SpendSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What was spent, and what was got for it. */
export const spendQuery = ({ fromMs, toMs }: SpendSpan, by: SpendBy) =>
  queryOptions({
    queryKey: [...keys.spend, fromMs, toMs, by],
    queryFn: ({ signal }) => client.getSpend({ from: fromMs, to: toMs, by }, { signal }),
  });
