import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../works/project-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const projectSettingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings/$tab',
  component: lazyRouteComponent(() => import('./project-settings-screen.tsx'), 'ProjectSettingsScreen'),
});
