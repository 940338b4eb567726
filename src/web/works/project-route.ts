import { createRoute } from '@tanstack/react-router';
import { projectQuery } from '../queries/projects.ts';
import { shellRoute } from '../app/root-route.tsx';

/** Everything inside a project. */
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/p/$projectId',
  loader: ({ context: { queryClient }, params: { projectId } }) => queryClient.ensureQueryData(projectQuery(projectId)),
});
