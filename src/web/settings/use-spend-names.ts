import { useSuspenseQuery } from '@tanstack/react-query';
import type { SpendBy, SpendRow } from '#contract/cost.ts';
import { formatMonth, formatUtcDay } from '../app/format.ts';
import { providersQuery } from '../queries/providers.ts';
import { useStrings } from '../strings/catalogue.ts';
import { msOf } from './spend-range.ts';

/** Says what a row of spend is of: the name of a vendor, a model, a project, a day. */
export function useSpendNames(by: SpendBy): (row: Pick<SpendRow, 'key' | 'name'>) => string {
  const t = useStrings('spend');
  const { data: providers } = useSuspenseQuery(providersQuery);
  return ({ key, name }) => {
    if (key === null) return by === 'project' ? t.noProject : t.noWork;
    if (by === 'provider') return key === 'local' ? t.builtIn : (providers.find(({ id }) => id === key)?.name ?? key);
    if (by === 'day') return key.length > 'YYYY-MM'.length ? formatUtcDay(msOf(key)) : formatMonth(msOf(key));
    if (by === 'model') return key;
    return name ?? t.gone;
  };
}
