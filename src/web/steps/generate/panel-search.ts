import { useCallback } from 'react';
import { generateRoute } from './generate-route.ts';

type Search = Readonly<ReturnType<typeof generateRoute.useSearch>>;

/** What the address says of the panel, and how to change it; what is looked at in passing leaves no step in the history. */
export function usePanelSearch() {
  const search = generateRoute.useSearch();
  const navigate = generateRoute.useNavigate();
  const go = useCallback(
    (changes: { [K in keyof Search]: Search[K] | undefined }, how: 'step' | 'passing' = 'step') =>
      void navigate({
        search: (old: Search) => withoutEmpty({ ...old, ...changes }),
        replace: how === 'passing',
        resetScroll: false,
      }),
    [navigate],
  );
  return { tab: search.tab, take: search.take, compare: search.compare, go } as const;
}

function withoutEmpty(search: object): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
