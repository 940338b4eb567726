import { createRoute } from '@tanstack/react-router';
import { projectRoute } from '../works/project-route.ts';
import { workQuery } from '../queries/works.ts';
import { WorkFrame } from './work-frame.tsx';

/** Everything inside a work; its steps. */
export const workRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/w/$workId',
  loader: ({ context: { queryClient }, params: { projectId, workId } }) =>
    queryClient.ensureQueryData(workQuery(projectId, workId)),
  component: WorkFrame,
});
