import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { place, searchOf } from '../../app/search.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const analyzeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/analyze',
  validateSearch: searchOf({ scene: place }),
  component: lazyRouteComponent(() => import('./analyze-screen.tsx'), 'AnalyzeScreen'),
});
