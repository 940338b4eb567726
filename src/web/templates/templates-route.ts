import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, words } from '../app/search.ts';
import { assetCountQuery } from '../queries/assets.ts';
import { templatesQuery } from '../queries/templates.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { projectRoute } from '../works/project-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const templatesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/templates',
  validateSearch: searchOf({ q: words, template: words }),
  loader: ({ context: { queryClient }, params: { projectId } }) =>
    Promise.all([
      loadStrings('templates'),
      loadStrings('timeline'), // the names of transitions
      loadStrings('project'),
      queryClient.ensureQueryData(templatesQuery(projectId)),
      queryClient.prefetchQuery(assetCountQuery(projectId)),
    ]),
  component: lazyRouteComponent(() => import('./templates-screen.tsx'), 'TemplatesScreen'),
});
