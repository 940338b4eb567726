import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { providersQuery } from '../queries/providers.ts';
import { spendQuery } from '../queries/spend.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { settingsRoute } from './settings-route.ts';
import { rangeOf, spanOf } from './spend-range.ts';

const readSearch = searchOf({
  from: words,
  to: words,
  by: oneOf('provider', 'model', 'day', 'project', 'work'),
});

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const spendRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/spend',
  validateSearch: readSearch,
  loaderDeps: ({ search: { from, to, by } }) => ({ from, to, by }),
  loader: ({ context: { queryClient }, deps }) => {
    const span = spanOf(rangeOf(deps, Date.now()));
    return Promise.all([
      queryClient.ensureQueryData(spendQuery(span, deps.by ?? 'provider')),
      queryClient.ensureQueryData(spendQuery(span, 'day')),
      queryClient.ensureQueryData(budgetsQuery),
      queryClient.ensureQueryData(providersQuery),
      loadStrings('spend'),
    ]);
  },
  component: lazyRouteComponent(() => import('./spend-screen.tsx'), 'SpendScreen'),
});
