import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../strings/catalogue.ts';
import { settingsRoute } from './settings-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const appearanceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/appearance',
  loader: () => loadStrings('appearance'),
  component: lazyRouteComponent(() => import('./appearance-screen.tsx'), 'AppearanceScreen'),
});
