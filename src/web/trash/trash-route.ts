import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const trashRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/trash',
  component: lazyRouteComponent(() => import('./trash-screen.tsx'), 'TrashScreen'),
});
