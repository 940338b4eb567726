import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { assetCountQuery } from '../queries/assets.ts';
import { budgetsQuery, projectSpendQuery } from '../queries/budgets.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { projectRoute } from '../works/project-route.ts';
import { settingsTabs, type SettingsTab } from './settings-tabs.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const projectSettingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings/$tab',
  params: {
    parse: ({ tab }): { tab: SettingsTab } => ({ tab: settingsTabs.find((known) => known === tab) ?? 'general' }),
    stringify: ({ tab }) => ({ tab }),
  },
  beforeLoad: ({ params, location }) => {
    if (location.pathname.endsWith(`/settings/${params.tab}`)) return;
    throw redirect({ to: '/p/$projectId/settings/$tab', params, replace: true }); // an old or a mistyped link
  },
  loader: ({ context: { queryClient }, params: { projectId, tab } }) =>
    Promise.all([
      loadStrings('projectSettings'),
      loadStrings('project'),
      loadStrings('projects'),
      queryClient.prefetchQuery(assetCountQuery(projectId)),
      ...(tab === 'style'
        ? [queryClient.ensureQueryData(providersQuery), queryClient.ensureQueryData(providerSettingsQuery)]
        : []),
      ...(tab === 'budget'
        ? [queryClient.ensureQueryData(budgetsQuery), queryClient.ensureQueryData(projectSpendQuery)]
        : []),
    ]),
  component: lazyRouteComponent(() => import('./project-settings-screen.tsx'), 'ProjectSettingsScreen'),
});
