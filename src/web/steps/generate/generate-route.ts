import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, place, searchOf, words } from '../../app/search.ts';
import { changesQuery } from '../../queries/changes.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { takesQuery } from '../../queries/takes.ts';
import { loadStrings } from '../../strings/catalogue.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const generateRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/generate',
  validateSearch: searchOf({
    scene: place,
    tab: oneOf('image', 'video'),
    filter: oneOf('needs', 'running', 'done'),
    take: words,
    compare: words,
    play: flag,
  }),
  loader: ({ context: { queryClient }, params: { projectId, workId }, location }) => {
    const { scene: sceneIndex } = location.search as { readonly scene?: number };
    // The scene beside the board: asked for along with the board, which does not wait for it.
    if (sceneIndex !== undefined) void queryClient.prefetchQuery(takesQuery({ projectId, workId, sceneIndex }));
    return Promise.all([
      loadStrings('generate'),
      loadStrings('scenePanel'),
      loadStrings('works'),
      queryClient.ensureQueryData(workJobsQuery(workId)),
      queryClient.ensureQueryData(changesQuery(projectId, workId)),
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
    ]);
  },
  component: lazyRouteComponent(() => import('./generate-screen.tsx'), 'GenerateScreen'),
});
