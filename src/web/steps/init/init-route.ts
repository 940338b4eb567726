import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { assetsQuery } from '../../queries/assets.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { loadStrings } from '../../strings/catalogue.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const initRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/init',
  loader: ({ context: { queryClient }, params: { projectId, workId } }) =>
    Promise.all([
      loadStrings('init'),
      loadStrings('assets'),
      loadStrings('project'),
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
      queryClient.ensureQueryData(assetsQuery(projectId)),
      queryClient.ensureQueryData(workJobsQuery(workId)),
    ]),
  component: lazyRouteComponent(() => import('./init-screen.tsx'), 'InitScreen'),
});
