import type { ProjectOverview, WorkOverview } from '#contract/overview.ts';
import { projectLines, workLines, type ProjectLine } from '#store/overview.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { overviewOfWork } from './list-work-overviews.ts';

/** The projects of the actor's workspace at a glance, the last changed first. */
export function listProjectOverviews(
  world: Pick<World, 'database'>,
  { workspaceId }: Actor,
): Promise<ProjectOverview[]> {
  const { database } = world;
  return database.remember(`overview ${workspaceId}`, async () => {
    const projects = await projectLines(database.kysely, workspaceId);
    const works = Map.groupBy((await workLines(database.kysely, { workspaceId })).map(overviewOfWork), inProject);
    return projects
      .map((project) => overviewOfProject(project, works.get(project.id) ?? []))
      .toSorted((a, b) => b.updatedAt - a.updatedAt);
  });
}

const inProject = ({ projectId }: WorkOverview): string => projectId;

/** @param works of the project, the last changed first */
function overviewOfProject(project: ProjectLine, works: readonly WorkOverview[]): ProjectOverview {
  const [latest] = works;
  const finished = works.find(({ film }) => film !== null);
  return {
    ...project,
    updatedAt: Math.max(project.updatedAt, latest?.updatedAt ?? 0),
    works: works.length,
    finishedS: works.reduce((sum, { film }) => sum + (film?.durationS ?? 0), 0),
    latest: latest
      ? {
          id: latest.id,
          name: latest.name,
          currentStep: latest.currentStep,
          counts: latest.counts,
          frames: works.find(({ frames }) => frames.length > 0)?.frames ?? [],
        }
      : null,
    needs: works.flatMap((work) => work.needs.map((need) => ({ ...need, ...named(work) }))),
    running: works.flatMap((work) => (work.running ? [{ ...work.running, ...named(work) }] : [])),
    film: finished?.film ? { ...finished.film, ...named(finished) } : null,
  };
}

const named = ({ id, name }: WorkOverview) => ({ workId: id, workName: name });
