import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, place, words, searchOf } from '../../app/search.ts';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const generateRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/generate',
  validateSearch: searchOf({
    scene: place,
    tab: oneOf('image', 'video'),
    filter: oneOf('needs', 'running', 'done'),
    take: words,
    compare: words,
    play: flag,
  }),
  component: lazyRouteComponent(() => import('./generate-screen.tsx'), 'GenerateScreen'),
});
