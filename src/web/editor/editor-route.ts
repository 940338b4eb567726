import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workRoute } from '../steps/work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const editorRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/editor',
  component: lazyRouteComponent(() => import('./editor-screen.tsx'), 'EditorScreen'),
});
