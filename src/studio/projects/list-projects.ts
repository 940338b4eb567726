import type { ProjectSummary } from '#contract/project.ts';
import * as store from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';

/** The projects of the actor's workspace, the last changed first; one that changes meanwhile moves to the front. */
export async function listProjects(
  world: Pick<World, 'database'>,
  actor: Actor,
  page: WantedPage = {},
): Promise<Listed<ProjectSummary>> {
  const filter = { workspaceId: actor.workspaceId, ...storePage(page) };
  const rows = await store.listProjects(world.database.kysely, filter);
  return listedPage(rows, page, ({ id, updatedAt }) => ({ id, atMs: updatedAt }), summaryOf);
}

function summaryOf({ id, createdBy, name, projectType, updatedAt }: store.ProjectSummaryRow): ProjectSummary {
  return { id, userId: createdBy ?? '', name, projectType, updatedAt };
}
