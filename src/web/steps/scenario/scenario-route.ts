import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { place, searchOf } from '../../app/search.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const scenarioRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/scenario',
  validateSearch: searchOf({ scene: place }),
  component: lazyRouteComponent(() => import('./scenario-screen.tsx'), 'ScenarioScreen'),
});
