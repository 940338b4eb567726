import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { budgetsQuery } from '../queries/budgets.ts';
import { tokensQuery } from '../queries/tokens.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { settingsRoute } from './settings-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const tokensRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/tokens',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(tokensQuery),
      queryClient.ensureQueryData(budgetsQuery),
      loadStrings('tokens'),
    ]),
  component: lazyRouteComponent(() => import('./tokens-screen.tsx'), 'TokensScreen'),
});
