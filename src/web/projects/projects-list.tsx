import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowDownUp, FolderSearch, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Budget } from '#contract/budget.ts';
import type { ProjectOverview } from '#contract/overview.ts';
import { formatMoney } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import type { Catalogue } from '../strings/areas.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { OneLineBox } from './one-line-box.tsx';
import { orderProjects, ORDERS } from './order-projects.ts';
import { ProjectAction } from './project-action.tsx';
import { projectColumns, ProjectRow } from './project-row.tsx';
import { projectsRoute } from './projects-route.ts';
import { titleOfProjects } from './state-of-project.ts';

interface ProjectsListProps {
  readonly projects: readonly ProjectOverview[];
  readonly onNew: () => void;
}

const ABOVE_THE_FOLD = 6;

/** The projects, what needs their user first. */
export function ProjectsList({ projects, onNew }: ProjectsListProps) {
  const t = useStrings('projects');
  const { data: budgets } = useSuspenseQuery(budgetsQuery);
  const { q = '', sort: order = 'needs' } = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const [words, setWords] = useState(q);
  const find = (next: string) => {
    setWords(next);
    void navigate({ search: (known) => ({ ...known, q: next.trim() || undefined }), replace: true });
  };
  const shown = orderProjects(projects, { order, words: useDeferredValue(words), language: currentLanguage() });
  const first = shown.find(({ needs }) => needs.some(({ what }) => what !== 'failed'));
  return (
    <main id="content" className="mx-auto flex w-full max-w-304 grow flex-col px-4 pt-6 sm:px-6 sm:pt-8 sm:pb-12">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-23">
            {titleOfProjects(projects, t)}
          </h1>
          <p className="mt-0.5 text-13 text-ink2">{countLine(projects, budgets, t)}</p>
        </div>
        <Button variant="ink" icon={Plus} onClick={onNew} className="max-sm:hidden">
          {t.newProject}
        </Button>
      </div>
      <div className="mt-5">
        <OneLineBox />
      </div>
      <div className="mt-5 flex items-center justify-between gap-3">
        <SearchField
          label={t.find}
          placeholder={t.find}
          value={words}
          onValueChange={find}
          className="grow sm:max-w-64"
        />
        <Select
          label={t.sort}
          hideLabel
          quiet
          value={order}
          onValueChange={(sort) =>
            void navigate({
              search: (known) => ({ ...known, sort: sort === 'needs' ? undefined : sort }),
              replace: true,
            })
          }
          options={ORDERS.map((value) => ({ value, label: t.sorts[value], icon: ArrowDownUp }))}
        />
      </div>
      <div aria-hidden="true" className={`${projectColumns} mt-3 px-3 text-11 text-ink3 max-lg:hidden`}>
        <span>{t.columns.latest}</span>
        <span>{t.columns.project}</span>
        <span className="text-end">{t.columns.works}</span>
        <span className="text-end">{t.columns.finished}</span>
        <span className="text-end">{t.columns.spent}</span>
        <span className="text-end">{t.columns.changed}</span>
      </div>
      <ul className="mt-2 mb-6 flex flex-col gap-1.5 sm:mb-0">
        {shown.map((project, place) => (
          <ProjectRow key={project.id} project={project} isFirst={project === first} lazy={place >= ABOVE_THE_FOLD} />
        ))}
      </ul>
      {shown.length === 0 && (
        <EmptyState
          icon={FolderSearch}
          title={t.notFound(words.trim())}
          text={t.notFoundText}
          action={<Button onClick={() => find('')}>{t.clear}</Button>}
        />
      )}
      <output className="sr-only">{words !== '' && t.countProjects(shown.length)}</output>
      <div className="sticky bottom-0 z-10 -mx-4 mt-auto flex gap-2 border-t border-line bg-panel px-3 py-3 pb-[max(12px,env(safe-area-inset-bottom))] sm:hidden">
        {first && <ProjectAction project={first} isFirst isLong className="grow" />}
        <Button icon={Plus} onClick={onNew} className="grow">
          {first ? t.newProjectShort : t.newProject}
        </Button>
      </div>
    </main>
  );
}

/** How much there is, what goes on and what it cost. */
function countLine(projects: readonly ProjectOverview[], budgets: readonly Budget[], t: Catalogue['projects']): string {
  const works = projects.reduce((sum, project) => sum + project.works, 0);
  const running = projects.reduce((sum, project) => sum + project.running.length, 0);
  const counts = [
    t.countProjects(projects.length),
    t.countWorks(works),
    ...(running > 0 ? [t.countRunning(running)] : []),
  ];
  return `${counts.join(', ')}. ${moneyLine(projects, budgets, t)}.`;
}

function moneyLine(projects: readonly ProjectOverview[], budgets: readonly Budget[], t: Catalogue['projects']): string {
  const own = budgets.find(({ target }) => target === 'user');
  if (!own) return t.spent(formatMoney(projects.reduce((sum, { spentMicroUsd }) => sum + spentMicroUsd, 0)));
  const [spent, limit] = [formatMoney(own.spentMicroUsd), formatMoney(own.limitMicroUsd)];
  if (own.period !== 'month') return t.spentOf(spent, limit);
  return t.spentInMonth(spent, limit, new Intl.DateTimeFormat(currentLanguage(), { month: 'long' }).format(new Date()));
}
