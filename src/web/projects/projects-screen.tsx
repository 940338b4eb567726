import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { projectOverviewsQuery } from '../data/overview.ts';
import { FirstRun } from './first-run.tsx';
import { ProjectsList } from './projects-list.tsx';
import { projectsRoute } from './projects-route.ts';

const NewProjectDialog = lazy(async () => ({
  default: (await import('./new-project-dialog.tsx')).NewProjectDialog,
}));

/** Where everything begins: the first film where there is no project yet, else the projects. */
export function ProjectsScreen() {
  const { data: projects } = useSuspenseQuery(projectOverviewsQuery);
  const { new: isNew = false } = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const [wasOpened, setWasOpened] = useState(isNew);
  if (isNew && !wasOpened) setWasOpened(true);
  const ask = (open: boolean) =>
    void navigate({ search: (known) => ({ ...known, new: open ? true : undefined }), replace: !open });
  return (
    <>
      {projects.length === 0 ? (
        <FirstRun onEmptyProject={() => ask(true)} />
      ) : (
        <ProjectsList projects={projects} onNew={() => ask(true)} />
      )}
      {wasOpened && (
        <Suspense>
          <NewProjectDialog key={isNew ? 'open' : 'closed'} open={isNew} onOpenChange={ask} />
        </Suspense>
      )}
    </>
  );
}
