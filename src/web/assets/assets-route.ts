import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, words, searchOf } from '../app/search.ts';
import { projectRoute } from '../works/project-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const assetsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/assets',
  validateSearch: searchOf({ type: oneOf('image', 'video', 'audio', 'font'), q: words, asset: words }),
  component: lazyRouteComponent(() => import('./assets-screen.tsx'), 'AssetsScreen'),
});
