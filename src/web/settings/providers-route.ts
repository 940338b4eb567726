import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { retiredModelsQuery } from '../queries/retired-models.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { spendQuery } from '../queries/spend.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { settingsRoute } from './settings-route.ts';
import { presetRange, spanOf } from './spend-range.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const providersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/providers',
  loader: ({ context: { queryClient } }) => {
    const month = spanOf(presetRange('month', Date.now()));
    return Promise.all([
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
      queryClient.ensureQueryData(retiredModelsQuery),
      queryClient.ensureQueryData(budgetsQuery),
      queryClient.ensureQueryData(spendQuery(month, 'provider')),
      queryClient.ensureQueryData(spendQuery(month, 'day')),
      loadStrings('providers'),
      loadStrings('spend'),
    ]);
  },
  component: lazyRouteComponent(() => import('./providers-screen.tsx'), 'ProvidersScreen'),
});
