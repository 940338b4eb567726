import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { LayoutGrid, List, Plus } from 'lucide-react';
import type { WorkOverview } from '#contract/overview.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { projectOverviewsQuery } from '../queries/overview.ts';
import { projectQuery } from '../queries/projects.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { StyleGuideLink } from './style-guide-link.tsx';
import { countsOfWorks, moneyOfProject, titleOfWorks } from './works-title.ts';

interface WorksHeaderProps {
  readonly projectId: string;
  readonly works: readonly WorkOverview[];
  readonly view: 'grid' | 'list';
  readonly onView: (view: 'grid' | 'list') => void;
  readonly onNew: () => void;
}

/** What waits in a project and what it cost; beside it the style its works have in common. */
export function WorksHeader({ projectId, works, view, onView, onNew }: WorksHeaderProps) {
  const t = useStrings('works');
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const { data: budgets } = useSuspenseQuery(budgetsQuery);
  const { data: projects } = useQuery(projectOverviewsQuery);
  const spentMicroUsd = projects?.find(({ id }) => id === projectId)?.spentMicroUsd ?? 0;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 tabIndex={-1} className="text-23">
          {titleOfWorks(works, t)}
        </h1>
        <p className="mt-0.5 text-13 text-ink2">
          {countsOfWorks(works, moneyOfProject({ id: projectId, spentMicroUsd }, budgets, t), t)}
        </p>
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-6 gap-y-3 max-sm:w-full">
        <StyleGuideLink projectId={projectId} styleGuide={project.styleGuide} />
        <div className="flex items-center gap-2 max-sm:hidden">
          <Segmented
            label={t.view}
            iconsOnly
            value={view}
            onValueChange={onView}
            options={[
              { value: 'grid', label: t.grid, icon: LayoutGrid },
              { value: 'list', label: t.list, icon: List },
            ]}
          />
          <Button variant="ink" icon={Plus} onClick={onNew}>
            {t.newWork}
          </Button>
        </div>
      </div>
    </div>
  );
}
