import { createRouter, createRoute, redirect } from '@tanstack/react-router';
import { loginRoute } from '../accounts/login-route.ts';
import { registerRoute } from '../accounts/register-route.ts';
import { assetsRoute } from '../assets/assets-route.ts';
import { editorRoute } from '../editor/editor-route.ts';
import { projectSettingsRoute } from '../project-settings/project-settings-route.ts';
import { projectsRoute } from '../projects/projects-route.ts';
import { accountRoute } from '../settings/account-route.ts';
import { appearanceRoute } from '../settings/appearance-route.ts';
import { providersRoute } from '../settings/providers-route.ts';
import { settingsRoute } from '../settings/settings-route.ts';
import { spendRoute } from '../settings/spend-route.ts';
import { tokensRoute } from '../settings/tokens-route.ts';
import { analyzeRoute } from '../steps/analyze/analyze-route.ts';
import { generateRoute } from '../steps/generate/generate-route.ts';
import { initRoute } from '../steps/init/init-route.ts';
import { scenarioRoute } from '../steps/scenario/scenario-route.ts';
import { workIndexRoute } from '../steps/work-index-route.ts';
import { workRoute } from '../steps/work-route.ts';
import { templatesRoute } from '../templates/templates-route.ts';
import { trashRoute } from '../trash/trash-route.ts';
import { projectRoute } from '../works/project-route.ts';
import { worksRoute } from '../works/works-route.ts';
import { BrokenScreen } from './broken-screen.tsx';
import { stopListening } from './live.ts';
import { NothingHere } from './nothing-here.tsx';
import { queryClient } from './query-client.ts';
import { rootRoute, shellRoute } from './root-route.tsx';
import { ScreenPending } from './screen-pending.tsx';
import { onSessionEnd } from './session-end.ts';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' });
  },
});

const steps = workRoute.addChildren([
  workIndexRoute,
  initRoute,
  analyzeRoute,
  scenarioRoute,
  generateRoute,
  editorRoute,
]);

const routeTree = rootRoute.addChildren([
  homeRoute,
  loginRoute,
  registerRoute,
  shellRoute.addChildren([
    projectsRoute,
    trashRoute,
    projectRoute.addChildren([worksRoute, assetsRoute, templatesRoute, projectSettingsRoute, steps]),
    settingsRoute.addChildren([providersRoute, tokensRoute, accountRoute, appearanceRoute, spendRoute]),
  ]),
]);

/** Every address of the app, and the screen it shows; screens come when they are wanted. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // the query cache knows what is fresh
  scrollRestoration: true,
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: NothingHere,
  defaultPendingComponent: ScreenPending,
  defaultPendingMs: 300, // what is there sooner needs no placeholder
});

onSessionEnd(() => {
  stopListening();
  const { pathname, search } = window.location;
  if (pathname === '/login' || pathname === '/register') return;
  void router.navigate({ to: '/login', search: { next: `${pathname}${search}` }, replace: true });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
