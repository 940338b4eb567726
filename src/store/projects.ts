import { sql, type Selectable } from 'kysely';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import type { MediaOwner } from './media.ts';
import { lockScenes } from './scenes.ts';
import { strictlyLater } from './strictly-later.ts';
import { readDocument, styleGuideDocument } from './stored-document.ts';
import { mediaOwnersOfWorks } from './works.ts';

/** A project as it is stored. */
export type ProjectRow = Omit<Row<Tables['project']>, 'styleGuide' | 'styleGuideVersion'> & {
  readonly styleGuide: StyleGuide;
};

/** What a new project needs. */
export type NewProject = Omit<ProjectRow, 'revision' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'deletedAt'>;

/** What of a project may change; each change raises its revision. */
export type ProjectPatch = Partial<
  Omit<NewProject, 'id' | 'workspaceId' | 'createdBy'> & Pick<ProjectRow, 'updatedBy' | 'deletedAt'>
>;

/** One line of a list of projects. */
export type ProjectSummaryRow = Pick<
  ProjectRow,
  'id' | 'workspaceId' | 'createdBy' | 'name' | 'projectType' | 'updatedAt'
>;

const JSON_KEYS = ['styleGuide'];

/** Stores a new project. */
export async function insertProject(db: Db, project: NewProject): Promise<ProjectRow> {
  const columns = toColumns<Tables['project']>(
    { ...project, styleGuideVersion: styleGuideDocument.version },
    JSON_KEYS,
  );
  return toProject(await db.insertInto('project').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The project, or null where there is none or it is in the trash. */
export async function getProject(db: Db, id: string): Promise<ProjectRow | null> {
  const row = await db
    .selectFrom('project')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

/** What projects are called, by their ids; those that are gone are left out. */
export async function namesOfProjects(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('project').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The projects of a workspace, the last changed first. */
export async function listProjects(
  db: Db,
  filter: { readonly workspaceId: string } & ListPage,
): Promise<readonly ProjectSummaryRow[]> {
  let query = db
    .selectFrom('project')
    .select(['id', 'workspace_id', 'created_by', 'name', 'project_type', 'updated_at'])
    .where('workspace_id', '=', filter.workspaceId)
    .where('deleted_at', 'is', null);
  if (filter.after !== undefined) query = query.where(isAfter('updated_at', 'desc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy(listKey('updated_at'), 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => fromColumns<Pick<Tables['project'], keyof typeof row>>(row));
}

/** Changes a project; null where there is none, or where `ifRevision` is not its revision any more. */
export async function updateProject(
  db: Db,
  id: string,
  patch: ProjectPatch,
  condition: { readonly ifRevision?: number } = {},
): Promise<ProjectRow | null> {
  const version = patch.styleGuide === undefined ? {} : { styleGuideVersion: styleGuideDocument.version };
  let query = db
    .updateTable('project')
    .set(toColumns<Tables['project']>({ ...patch, ...version }, JSON_KEYS))
    .set({ updated_at: strictlyLater, revision: sql<number>`revision + 1` })
    .where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const row = await query.returningAll().executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

/** The works of a project, those in the trash too. */
export async function workIdsOfProject(db: Db, id: string): Promise<readonly string[]> {
  const works = await db.selectFrom('work').select('id').where('project_id', '=', id).execute();
  return works.map((work) => work.id);
}

/**
 * Removes a project with its works, templates and assets for good; null where there was none, or where `ifRevision` is
 * not its revision any more.
 *
 * @returns whose media it held: the caller drops it after the commit (drop-references.ts)
 */
export async function deleteProject(
  trx: Trx,
  id: string,
  condition: { readonly ifRevision?: number } = {},
): Promise<readonly MediaOwner[] | null> {
  // Nobody adds a work, a take or an export any more: each would have to lock one of these rows to refer to it.
  await trx.selectFrom('project').select('id').where('id', '=', id).forUpdate().execute();
  await trx.selectFrom('work').select('id').where('project_id', '=', id).orderBy('id').forUpdate().execute();
  const workIds = await workIdsOfProject(trx, id);
  await lockScenes(trx, workIds, 'delete');
  const assets = await trx.selectFrom('asset').select('id').where('project_id', '=', id).execute();
  const owners = await mediaOwnersOfWorks(trx, workIds);
  let query = trx.deleteFrom('project').where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n ? [...owners, ...assets.map((asset) => ({ kind: 'asset', id: asset.id }) as const)] : null;
}

function toProject(row: Selectable<Tables['project']>): ProjectRow {
  const { styleGuideVersion, ...project } = fromColumns<Tables['project']>(row);
  return { ...project, styleGuide: readDocument(styleGuideDocument, project.styleGuide, styleGuideVersion) };
}
