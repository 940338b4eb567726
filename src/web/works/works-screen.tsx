import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { WorkOverview } from '#contract/overview.ts';
import { useCommands } from '../app/commands.ts';
import { activeJobsQuery } from '../queries/jobs.ts';
import { workOverviewsQuery } from '../queries/overview.ts';
import { PageDrop } from '../pieces/page-drop.tsx';
import { ProjectTabs } from '../pieces/project-tabs.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { NewWorkChoices } from './new-work-choices.tsx';
import { isIn } from './state-of-work.ts';
import { UploadDialog } from './upload-dialog.tsx';
import { useStartFromFiles } from './use-start-from-files.ts';
import { withProgress } from './with-progress.ts';
import { WorkDue } from './work-due.tsx';
import { WorksHeader } from './works-header.tsx';
import { worksRoute } from './works-route.ts';
import { WorksShown } from './works-shown.tsx';

const PlayDialog = lazy(async () => ({ default: (await import('./play-dialog.tsx')).PlayDialog }));

const FILTERS = ['all', 'needs', 'running', 'finished'] as const;

/** The works of a project: each is one video. */
export function WorksScreen() {
  const t = useStrings('works');
  const { projectId } = worksRoute.useParams();
  const { view = 'grid', show, new: asked, play } = worksRoute.useSearch();
  const navigate = worksRoute.useNavigate();
  const { data: overviews } = useSuspenseQuery(workOverviewsQuery(projectId));
  const { data: jobs = [] } = useQuery(activeJobsQuery);
  const works = overviews.map((work) => (work.running ? { ...work, running: withProgress(work.running, jobs) } : work));
  const drop = useStartFromFiles(projectId);
  const [wasPlayed, setWasPlayed] = useState(play !== undefined);
  const played = works.find(({ id }) => id === play);
  const due = works.find(({ needs }) => needs.some(({ what }) => what !== 'failed'));

  const look = (next: { readonly view?: 'list' | undefined; readonly show?: typeof show }) =>
    void navigate({ search: (known) => ({ ...known, ...next }), replace: true });
  const choose = useCallback(
    (open: boolean) =>
      void navigate({ search: (known) => ({ ...known, new: open ? 'work' : undefined }), replace: !open }),
    [navigate],
  );
  const playOne = (work: Pick<WorkOverview, 'id'> | null) => {
    setWasPlayed(true);
    void navigate({ search: (known) => ({ ...known, play: work?.id }), replace: work === null });
  };
  useCommands(useMemo(() => [{ id: 'new-work', label: t.newWork, icon: Plus, run: () => choose(true) }], [t, choose]));
  return (
    <>
      <ProjectTabs projectId={projectId} works={works.length} />
      <main id="content" className="flex grow flex-col px-4 pt-5 sm:px-6 sm:pb-12">
        <WorksHeader
          projectId={projectId}
          works={works}
          view={view}
          onView={(next) => look({ view: next === 'grid' ? undefined : next })}
          onNew={() => choose(true)}
        />
        {works.length > 0 && (
          <Segmented
            label={t.filter}
            className="-ms-1 mt-3"
            value={show ?? 'all'}
            onValueChange={(next) => look({ show: next === 'all' ? undefined : next })}
            options={FILTERS.map((value) => ({
              value,
              label: t.filters[value],
              count: value === 'all' ? works.length : works.filter((work) => isIn(value, work)).length,
            }))}
          />
        )}
        <div className="mt-3 mb-6 sm:mb-0">
          <WorksShown
            projectId={projectId}
            works={works}
            filter={show}
            view={view}
            onPlay={playOne}
            onShowAll={() => look({ show: undefined })}
          />
        </div>
        <div className="sticky bottom-0 z-10 -mx-4 mt-auto flex gap-2 border-t border-line bg-panel px-3 py-3 pb-[max(12px,env(safe-area-inset-bottom))] sm:hidden">
          {due && <WorkDue work={due} className="grow" />}
          <Button icon={Plus} onClick={() => choose(true)} className="grow">
            {t.newWork}
          </Button>
        </div>
      </main>
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
