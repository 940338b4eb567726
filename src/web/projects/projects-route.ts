import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, words, searchOf } from '../app/search.ts';
import { shellRoute } from '../app/root-route.tsx';
import { budgetsQuery } from '../queries/budgets.ts';
import { projectOverviewsQuery } from '../queries/overview.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { ORDERS } from './order-projects.ts';
import { ProjectsSkeleton } from './projects-skeleton.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  validateSearch: searchOf({ q: words, sort: oneOf(...ORDERS), new: flag }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(projectOverviewsQuery),
      queryClient.ensureQueryData(budgetsQuery),
      loadStrings('projects'),
      loadStrings('works'),
      loadStrings('firstRun'),
      loadStrings('trash'),
    ]),
  pendingComponent: ProjectsSkeleton,
  component: lazyRouteComponent(() => import('./projects-screen.tsx'), 'ProjectsScreen'),
});
