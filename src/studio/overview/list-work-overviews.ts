import type { LastFilm, WorkOverview } from '#contract/overview.ts';
import { workLines, type WorkLine } from '#store/overview.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { needsOfWork } from './needs-of-work.ts';
import { runningOfWork } from './running-of-work.ts';

/** The works of a project at a glance, the last changed first. */
export function listWorkOverviews(
  world: Pick<World, 'database'>,
  { workspaceId }: Actor,
  projectId: string,
): Promise<WorkOverview[]> {
  const { database } = world;
  const filter = { workspaceId, projectId };
  return database.remember(`overview ${JSON.stringify(filter)}`, async () =>
    (await workLines(database.kysely, filter)).map(overviewOfWork),
  );
}

/** What is stored of a work, as its user sees it at a glance. */
export function overviewOfWork(line: WorkLine): WorkOverview {
  const { id, projectId, name, mode, currentStep, updatedAt, width, height, hasAnalysis, hasBrief, scenes } = line;
  const path = `/api/projects/${projectId}/works/${id}`;
  return {
    id,
    projectId,
    name,
    mode,
    currentStep,
    updatedAt,
    resolution: { width, height },
    hasReferenceVideo: line.hasReference,
    hasBrief,
    hasAnalysis,
    durationS: scenes?.durationS ?? line.videoDurationS,
    counts: {
      scenes: scenes?.count ?? 0,
      images: scenes?.images ?? 0,
      approved: scenes?.approved ?? 0,
      videos: scenes?.videos ?? 0,
    },
    frames: (scenes?.frames ?? []).map(({ position, takeId }) => `${path}/scenes/${position}/takes/${takeId}/poster`),
    needs: needsOfWork(line),
    running: runningOfWork(line),
    film: filmOf(line, path),
  };
}

function filmOf({ film }: WorkLine, path: string): LastFilm | null {
  return film && { ...film, url: `${path}/exports/${film.exportId}/file` };
}
