import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../app/root-route.tsx';
import { trashQuery } from '../queries/trash.ts';
import { loadStrings } from '../strings/catalogue.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const trashRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/trash',
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(trashQuery), loadStrings('trash')]),
  component: lazyRouteComponent(() => import('./trash-screen.tsx'), 'TrashScreen'),
});
