import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { projectRoute } from './project-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const worksRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  validateSearch: searchOf({ view: oneOf('grid', 'list'), q: words, new: words }),
  component: lazyRouteComponent(() => import('./works-screen.tsx'), 'WorksScreen'),
});
