import { createRoute, redirect } from '@tanstack/react-router';
import { workQuery } from '../queries/works.ts';
import { stepAt } from './reached-step.ts';
import { workRoute } from './work-route.ts';

/** A work without a step: the one it is at. */
export const workIndexRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/',
  loader: async ({ context: { queryClient }, params }) => {
    const work = await queryClient.ensureQueryData(workQuery(params.projectId, params.workId));
    throw redirect({ to: `/p/$projectId/w/$workId/${stepAt(work)}`, params, replace: true });
  },
});
