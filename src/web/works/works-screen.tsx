import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Film, LayoutGrid, List, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { WorkOverview } from '#contract/overview.ts';
import { budgetsQuery } from '../data/budgets.ts';
import { projectOverviewsQuery, workOverviewsQuery } from '../data/overview.ts';
import { projectQuery } from '../data/projects.ts';
import { PageDrop } from '../pieces/page-drop.tsx';
import { ProjectTabs } from '../pieces/project-tabs.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { NewWorkChoices } from './new-work-choices.tsx';
import { isIn, type WorkFilter } from './state-of-work.ts';
import { StyleGuideLink } from './style-guide-link.tsx';
import { UploadDialog } from './upload-dialog.tsx';
import { useStartFromFiles } from './use-start-from-files.ts';
import { WorkCard } from './work-card.tsx';
import { WorkDue } from './work-due.tsx';
import { worksGrid } from './works-grid.ts';
import { worksRoute } from './works-route.ts';
import { WorksTable } from './works-table.tsx';
import { countsOfWorks, moneyOfProject, titleOfWorks } from './works-title.ts';

const PlayDialog = lazy(async () => ({ default: (await import('./play-dialog.tsx')).PlayDialog }));

const FILTERS = ['all', 'needs', 'running', 'finished'] as const;
const ABOVE_THE_FOLD = 10;

/** The works of a project: each is one video. */
export function WorksScreen() {
  const t = useStrings('works');
  const { projectId } = worksRoute.useParams();
  const { view = 'grid', show, new: asked, play } = worksRoute.useSearch();
  const navigate = worksRoute.useNavigate();
  const { data: works } = useSuspenseQuery(workOverviewsQuery(projectId));
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const { data: budgets } = useSuspenseQuery(budgetsQuery);
  const { data: projects } = useQuery(projectOverviewsQuery);
  const drop = useStartFromFiles(projectId);
  const [wasPlayed, setWasPlayed] = useState(play !== undefined);

  const spentMicroUsd = projects?.find(({ id }) => id === projectId)?.spentMicroUsd ?? 0;
  const shown = show === undefined ? works : works.filter((work) => isIn(show, work));
  const played = works.find(({ id }) => id === play);
  const choose = (open: boolean) =>
    void navigate({ search: (known) => ({ ...known, new: open ? 'work' : undefined }), replace: !open });
  const playOne = (work: Pick<WorkOverview, 'id'> | null) => {
    setWasPlayed(true);
    void navigate({ search: (known) => ({ ...known, play: work?.id }), replace: work === null });
  };
  const due = works.find(({ needs }) => needs.some(({ what }) => what !== 'failed'));
  return (
    <>
      <ProjectTabs projectId={projectId} works={works.length} />
      <main id="content" className="grow px-4 pt-5 pb-12 sm:px-6">
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
                onValueChange={(next) =>
                  void navigate({
                    search: (known) => ({ ...known, view: next === 'grid' ? undefined : next }),
                    replace: true,
                  })
                }
                options={[
                  { value: 'grid', label: t.grid, icon: LayoutGrid },
                  { value: 'list', label: t.list, icon: List },
                ]}
              />
              <Button variant="ink" icon={Plus} onClick={() => choose(true)}>
                {t.newWork}
              </Button>
            </div>
          </div>
        </div>
        {works.length > 0 && (
          <Segmented
            label={t.filter}
            className="-ms-1 mt-3"
            value={show ?? 'all'}
            onValueChange={(next) =>
              void navigate({
                search: (known) => ({ ...known, show: next === 'all' ? undefined : (next as WorkFilter) }),
                replace: true,
              })
            }
            options={FILTERS.map((value) => ({
              value,
              label: t.filters[value],
              count: value === 'all' ? works.length : works.filter((work) => isIn(value, work)).length,
            }))}
          />
        )}
        <div className="mt-3">
          {view === 'list' && shown.length > 0 ? (
            <WorksTable works={shown} onPlay={playOne} />
          ) : (
            <ul className={worksGrid}>
              {shown.map((work, place) => (
                <WorkCard key={work.id} work={work} lazy={place >= ABOVE_THE_FOLD} onPlay={playOne} />
              ))}
              {show === undefined && works.length > 0 && (
                <li className="flex min-w-0 flex-col justify-between gap-4 rounded-10 border border-dashed border-line2 p-3 max-sm:col-span-2 sm:p-4">
                  <div>
                    <h2 className="text-13">{t.newWork}</h2>
                    <p className="mt-0.5 mb-3 text-12 text-ink2">{t.newWorkText}</p>
                    <NewWorkChoices projectId={projectId} />
                  </div>
                  <p className="text-12 text-ink3">{t.dropHint}</p>
                </li>
              )}
            </ul>
          )}
          {works.length === 0 && (
            <EmptyState
              icon={Film}
              title={t.newWork}
              text={t.emptyText}
              action={
                <div className="w-64 text-start">
                  <NewWorkChoices projectId={projectId} />
                  <p className="mt-3 text-12 text-ink3">{t.dropHint}</p>
                </div>
              }
            />
          )}
          {works.length > 0 && shown.length === 0 && (
            <EmptyState
              title={t.noneOfFilter}
              action={
                <Button
                  onClick={() => void navigate({ search: (known) => ({ ...known, show: undefined }), replace: true })}
                >
                  {t.showAll}
                </Button>
              }
            />
          )}
        </div>
      </main>
      <div className="sticky bottom-0 z-10 flex gap-2 border-t border-line bg-panel px-3 py-3 pb-[max(12px,env(safe-area-inset-bottom))] sm:hidden">
        {due && <WorkDue work={due} className="grow" />}
        <Button icon={Plus} onClick={() => choose(true)} className="grow">
          {t.newWork}
        </Button>
      </div>
      <PageDrop label={t.dropLabel} onFiles={drop.start} disabled={drop.uploading !== null} />
      {drop.uploading && <UploadDialog {...drop.uploading} onStop={drop.stop} />}
      <Dialog open={asked === 'work'} onOpenChange={choose} title={t.newWork} description={t.newWorkText} size="sm">
        <NewWorkChoices projectId={projectId} />
      </Dialog>
      {wasPlayed && (
        <Suspense>
          {played?.film && (
            <PlayDialog
              open
              onOpenChange={(open) => !open && playOne(null)}
              name={played.name}
              film={played.film}
              resolution={played.resolution}
            />
          )}
        </Suspense>
      )}
    </>
  );
}
