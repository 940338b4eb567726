import type { WorkSummary } from '#contract/work.ts';
import * as store from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';

/** The works of a project, the last changed first; one that changes while somebody pages moves to the front. */
export async function listWorks(
  world: Pick<World, 'database'>,
  actor: Actor,
  projectId: string,
  page: WantedPage = {},
): Promise<Listed<WorkSummary>> {
  const filter = { workspaceId: actor.workspaceId, projectId, ...storePage(page) };
  const { database } = world;
  return database.remember(`works ${JSON.stringify(filter)}`, async () => {
    const rows = await store.listWorks(database.kysely, filter);
    return listedPage(rows, page, ({ id, updatedAt }) => ({ id, atMs: updatedAt }), summaryOf);
  });
}

function summaryOf(row: store.WorkSummaryRow): WorkSummary {
  const { id, projectId, name, mode, currentStep, updatedAt, scenes, images, videos, posterScene } = row;
  const poster = posterScene === null ? null : `/api/projects/${projectId}/works/${id}/scenes/${posterScene}/poster`;
  return { id, projectId, name, mode, currentStep, updatedAt, poster, counts: { scenes, images, videos } };
}
