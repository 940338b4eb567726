import { createRootRouteWithContext, createRoute, Outlet } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { loadStrings } from '../strings/catalogue.ts';
import { meQuery } from '../queries/session.ts';
import { BrokenScreen } from './broken-screen.tsx';
import { listen } from './live.ts';
import { NothingHere } from './nothing-here.tsx';
import { Shell } from './shell.tsx';

/** What loaders are handed. */
export interface RouterContext {
  readonly queryClient: QueryClient;
}

/** Everything; alone it shows nothing. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  loader: () => Promise.all([loadStrings('shell'), loadStrings('kit')]),
  notFoundComponent: NothingHere,
  errorComponent: BrokenScreen,
});

/** What is shown to somebody signed in, inside the frame with the bar on top. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  // Before anything is asked, so that nothing can change unheard between the question and the stream.
  beforeLoad: ({ context: { queryClient } }) => listen(queryClient),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(meQuery),
});
