import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { place, searchOf } from '../../app/search.ts';
import { changesQuery } from '../../queries/changes.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { projectQuery } from '../../queries/projects.ts';
import { proposalsQuery } from '../../queries/proposals.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { loadStrings } from '../../strings/catalogue.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const scenarioRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/scenario',
  validateSearch: searchOf({ scene: place }),
  loader: ({ context: { queryClient }, params: { projectId, workId } }) =>
    Promise.all([
      loadStrings('scenario'),
      loadStrings('project'),
      queryClient.ensureQueryData(projectQuery(projectId)),
      queryClient.ensureQueryData(proposalsQuery(projectId, workId)),
      queryClient.ensureQueryData(changesQuery(projectId, workId)),
      queryClient.ensureQueryData(workJobsQuery(workId)),
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
    ]),
  component: lazyRouteComponent(() => import('./scenario-screen.tsx'), 'ScenarioScreen'),
});
