import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { workOverviewsQuery } from '../queries/overview.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { projectRoute } from './project-route.ts';
import { WorksSkeleton } from './works-skeleton.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const worksRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  validateSearch: searchOf({
    view: oneOf('grid', 'list'),
    show: oneOf('needs', 'running', 'finished'),
    new: oneOf('work'),
    play: words,
  }),
  loader: ({ context: { queryClient }, params: { projectId } }) =>
    Promise.all([
      queryClient.ensureQueryData(workOverviewsQuery(projectId)),
      queryClient.ensureQueryData(budgetsQuery),
      loadStrings('works'),
      loadStrings('project'),
      loadStrings('trash'),
    ]),
  pendingComponent: WorksSkeleton,
  component: lazyRouteComponent(() => import('./works-screen.tsx'), 'WorksScreen'),
});
