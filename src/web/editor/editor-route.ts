import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { exportsQuery } from '../queries/exports.ts';
import { workRoute } from '../steps/work-route.ts';
import { loadStrings } from '../strings/catalogue.ts';

/** Where the screen is, and what is loaded beside its code. */
export const editorRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/editor',
  loader: ({ context: { queryClient }, params: { projectId, workId } }) =>
    Promise.all([loadStrings('editor'), queryClient.ensureQueryData(exportsQuery(projectId, workId))]),
  component: lazyRouteComponent(() => import('./editor-screen.tsx'), 'EditorScreen'),
});
