import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { assetCountQuery } from '../queries/assets.ts';
import { formatCount } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { TabLink, TabLinks } from '../ui/tab-links.tsx';

interface ProjectTabsProps {
  readonly projectId: string;
  /** Works there are, where the screen knows it. */
  readonly works?: number | undefined;
}

/** The parts of a project beside each other: its works, its assets, its templates, its settings. */
export function ProjectTabs({ projectId, works }: ProjectTabsProps) {
  const t = useStrings('project');
  const { data: assets } = useQuery(assetCountQuery(projectId));
  const { tab = 'general' } = useParams({ strict: false });
  const params = { projectId };
  return (
    <TabLinks label={t.parts} className="bg-panel px-1 sm:px-3">
      <TabLink to="/p/$projectId" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        {t.works}
        <Count of={works} />
      </TabLink>
      <TabLink to="/p/$projectId/assets" params={params} activeOptions={{ includeSearch: false }}>
        {t.assets}
        <Count of={assets} />
      </TabLink>
      <TabLink to="/p/$projectId/templates" params={params} activeOptions={{ includeSearch: false }}>
        {t.templates}
      </TabLink>
      <TabLink to="/p/$projectId/settings/$tab" params={{ ...params, tab }}>
        {t.settings}
      </TabLink>
    </TabLinks>
  );
}

function Count({ of }: { readonly of: number | undefined }) {
  return of === undefined || of === 0 ? null : <span className="text-12 text-ink3">{formatCount(of)}</span>;
}
