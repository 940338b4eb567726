import type { TemplateSummary } from '#contract/template.ts';
import { countTemplates, listTemplates as storedTemplates } from '#store/templates.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { templateSummaryOf } from './template-of.ts';

/** The templates of a project, the oldest first; `count` is of all of them, whatever the page. */
export async function listTemplates(
  world: Pick<World, 'database'>,
  { projectId, ...page }: { readonly projectId: string } & WantedPage,
): Promise<Listed<TemplateSummary> & { readonly count: number }> {
  const rows = await storedTemplates(world.database.kysely, { projectId, ...storePage(page) });
  const listed = await listedPage(rows, page, ({ id, createdAt }) => ({ id, atMs: createdAt }), templateSummaryOf);
  return { ...listed, count: await countTemplates(world.database.kysely, { projectId }) };
}
