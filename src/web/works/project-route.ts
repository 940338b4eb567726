import { createRoute } from '@tanstack/react-router';
import { projectQuery } from '../data/projects.ts';
import { shellRoute } from '../app/root-route.tsx';

/** Everything inside a project. */
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/p/$projectId',
  loader: ({ context: { queryClient }, params: { projectId } }) => queryClient.ensureQueryData(projectQuery(projectId)),
});
