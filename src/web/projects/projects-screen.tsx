import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useCommands } from '../app/commands.ts';
import { activeJobsQuery } from '../queries/jobs.ts';
import { projectOverviewsQuery } from '../queries/overview.ts';
import { useStrings } from '../strings/catalogue.ts';
import { withProgress } from '../works/with-progress.ts';
import { FirstRun } from './first-run.tsx';
import { ProjectsList } from './projects-list.tsx';
import { projectsRoute } from './projects-route.ts';

const NewProjectDialog = lazy(async () => ({
  default: (await import('./new-project-dialog.tsx')).NewProjectDialog,
}));

/** Where everything begins: the first film where there is no project yet, else the projects. */
export function ProjectsScreen() {
  const { data: overviews } = useSuspenseQuery(projectOverviewsQuery);
  const { data: jobs = [] } = useQuery(activeJobsQuery);
  const projects = overviews.map((project) => ({
    ...project,
    running: project.running.map((running) => withProgress(running, jobs)),
  }));
  const { new: isNew = false } = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const [wasOpened, setWasOpened] = useState(isNew);
  if (isNew && !wasOpened) setWasOpened(true);
  const ask = useCallback(
    (open: boolean) =>
      void navigate({ search: (known) => ({ ...known, new: open ? true : undefined }), replace: !open }),
    [navigate],
  );
  const askNew = useCallback(() => ask(true), [ask]);
  const t = useStrings('projects');
  useCommands(useMemo(() => [{ id: 'new-project', label: t.newProject, icon: Plus, run: askNew }], [t, askNew]));
  return (
    <>
      {projects.length === 0 ? (
        <FirstRun onEmptyProject={askNew} />
      ) : (
        <ProjectsList projects={projects} onNew={askNew} />
      )}
      {wasOpened && (
        <Suspense>
          <NewProjectDialog open={isNew} onOpenChange={ask} />
        </Suspense>
      )}
    </>
  );
}
