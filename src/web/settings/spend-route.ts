import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { settingsRoute } from './settings-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const spendRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/spend',
  validateSearch: searchOf({ from: words, to: words, by: oneOf('provider', 'model', 'day', 'project', 'work') }),
  component: lazyRouteComponent(() => import('./spend-screen.tsx'), 'SpendScreen'),
});
