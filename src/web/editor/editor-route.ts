import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, place, searchOf, words } from '../app/search.ts';
import { editQuery } from '../queries/edit.ts';
import { exportsQuery } from '../queries/exports.ts';
import { workRoute } from '../steps/work-route.ts';
import { loadStrings } from '../strings/catalogue.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const editorRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/editor',
  validateSearch: searchOf({
    /** Frame of the film. */
    t: place,
    /** What is chosen. */
    sel: words,
    panel: oneOf('scenes', 'text', 'images', 'audio', 'templates'),
    /** A template that is tried over the film. */
    template: words,
    export: flag,
  }),
  loader: ({ context: { queryClient }, params: { projectId, workId } }) =>
    Promise.all([
      loadStrings('editor'),
      loadStrings('timeline'),
      loadStrings('stage'),
      loadStrings('preview'),
      loadStrings('inspector'),
      loadStrings('sound'),
      loadStrings('templates'),
      queryClient.ensureQueryData(editQuery(projectId, workId)),
      queryClient.ensureQueryData(exportsQuery(projectId, workId)),
    ]),
  component: lazyRouteComponent(() => import('./editor-screen.tsx'), 'EditorScreen'),
});
