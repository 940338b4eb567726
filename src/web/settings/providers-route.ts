import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from './settings-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const providersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/providers',
  component: lazyRouteComponent(() => import('./providers-screen.tsx'), 'ProvidersScreen'),
});
