import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { place, searchOf } from '../../app/search.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { loadStrings } from '../../strings/catalogue.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const analyzeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/analyze',
  validateSearch: searchOf({ scene: place }),
  loader: ({ context: { queryClient }, params: { workId } }) =>
    Promise.all([
      loadStrings('analyze'),
      loadStrings('project'),
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
      queryClient.ensureQueryData(workJobsQuery(workId)),
    ]),
  component: lazyRouteComponent(() => import('./analyze-screen.tsx'), 'AnalyzeScreen'),
});
