import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, words, searchOf } from '../app/search.ts';
import { shellRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  validateSearch: searchOf({ q: words, sort: words, new: flag }),
  component: lazyRouteComponent(() => import('./projects-screen.tsx'), 'ProjectsScreen'),
});
