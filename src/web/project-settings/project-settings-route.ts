import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { assetCountQuery } from '../data/assets.ts';
import { budgetsQuery, projectSpendQuery } from '../data/budgets.ts';
import { providerSettingsQuery, providersQuery } from '../data/providers.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { projectRoute } from '../works/project-route.ts';
import { settingsTabs, type SettingsTab } from './settings-tabs.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const projectSettingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings/$tab',
  params: {
    parse: ({ tab }): { tab: SettingsTab } => ({ tab: settingsTabs.find((known) => known === tab) ?? lost() }),
    stringify: ({ tab }) => ({ tab }),
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

function lost(): never {
  throw notFound();
}
