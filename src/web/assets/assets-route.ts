import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { assetCountQuery, assetsQuery, assetUsesQuery } from '../queries/assets.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { projectRoute } from '../works/project-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const assetsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/assets',
  validateSearch: searchOf({ type: oneOf('image', 'video', 'audio', 'font'), q: words, asset: words }),
  loader: ({ context: { queryClient }, params: { projectId } }) =>
    Promise.all([
      loadStrings('assets'),
      loadStrings('project'),
      queryClient.ensureQueryData(assetsQuery(projectId)),
      queryClient.ensureQueryData(assetUsesQuery(projectId)),
      queryClient.ensureQueryData(providersQuery),
      queryClient.ensureQueryData(providerSettingsQuery),
      queryClient.prefetchQuery(assetCountQuery(projectId)),
    ]),
  component: lazyRouteComponent(() => import('./assets-screen.tsx'), 'AssetsScreen'),
});
