import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { TemplateContent } from '#contract/template.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { readDocument, templateDocument } from './stored-document.ts';
import { strictlyLater } from './strictly-later.ts';

/** A template as it is stored; its picture is drawn when it is asked for, and `thumbnail` stays empty. */
export type TemplateRow = Omit<Row<Tables['template']>, 'content' | 'tags' | 'schemaVersion'> & {
  readonly content: TemplateContent;
  readonly tags: readonly string[];
};

/** What a new template needs. */
export type NewTemplate = Omit<
  TemplateRow,
  'revision' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'deletedAt' | 'thumbnail'
>;

/** What of a template may change; each change raises its revision. */
export type TemplatePatch = Partial<
  Pick<TemplateRow, 'name' | 'description' | 'tags' | 'content' | 'updatedBy' | 'deletedAt'>
>;

/** One line of a list of templates: what is in the content, counted. */
export type TemplateSummaryRow = Omit<
  TemplateRow,
  'content' | 'thumbnail' | 'createdBy' | 'updatedBy' | 'deletedAt'
> & {
  readonly textOverlayCount: number;
  readonly imageOverlayCount: number;
  readonly hasExportSettings: boolean;
};

const JSON_KEYS = ['content', 'tags'];

/** Stores a template. */
export async function insertTemplate(db: Db, template: NewTemplate): Promise<TemplateRow> {
  const columns = toColumns<Tables['template']>({ ...template, schemaVersion: templateDocument.version }, JSON_KEYS);
  return toTemplate(await db.insertInto('template').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The template, or null where there is none or it is in the trash. */
export async function getTemplate(db: Db, id: string): Promise<TemplateRow | null> {
  const row = await db
    .selectFrom('template')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toTemplate(row);
}

/** The templates of a project without their contents, the oldest first. */
export async function listTemplates(
  db: Db,
  filter: { readonly projectId: string } & ListPage,
): Promise<readonly TemplateSummaryRow[]> {
  let query = db
    .selectFrom('template')
    .select([
      'id',
      'workspace_id',
      'project_id',
      'name',
      'description',
      'tags',
      'revision',
      'created_at',
      'updated_at',
      sql<number>`jsonb_array_length(content -> 'textOverlays')`.as('text_overlay_count'),
      sql<number>`jsonb_array_length(content -> 'imageOverlays')`.as('image_overlay_count'),
      sql<boolean>`content -> 'exportSettings' is not null`.as('has_export_settings'),
    ])
    .where('project_id', '=', filter.projectId)
    .where('deleted_at', 'is', null);
  if (filter.after !== undefined) query = query.where(isAfter('created_at', 'asc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy(listKey('created_at')).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    projectId: row.project_id,
    name: row.name,
    description: row.description,
    tags: Tags.parse(row.tags),
    revision: row.revision,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
    textOverlayCount: row.text_overlay_count,
    imageOverlayCount: row.image_overlay_count,
    hasExportSettings: row.has_export_settings,
  }));
}

/** How many templates a project has. */
export async function countTemplates(db: Db, filter: { readonly projectId: string }): Promise<number> {
  const { count } = await db
    .selectFrom('template')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('project_id', '=', filter.projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changes a template; null where there is none, or where `ifRevision` is not its revision any more. */
export async function updateTemplate(
  db: Db,
  id: string,
  patch: TemplatePatch,
  condition: { readonly ifRevision?: number } = {},
): Promise<TemplateRow | null> {
  const version = patch.content === undefined ? {} : { schemaVersion: templateDocument.version };
  let query = db
    .updateTable('template')
    .set(toColumns<Tables['template']>({ ...patch, ...version }, JSON_KEYS))
    .set({ updated_at: strictlyLater, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const row = await query.returningAll().executeTakeFirst();
  return row === undefined ? null : toTemplate(row);
}

/** Removes a template for good; false where there was none, or where `ifRevision` is not its revision any more. */
export async function deleteTemplate(
  db: Db,
  id: string,
  condition: { readonly ifRevision?: number } = {},
): Promise<boolean> {
  let query = db.deleteFrom('template').where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n;
}

const Tags = z.array(z.string());

function toTemplate(row: Selectable<Tables['template']>): TemplateRow {
  const { schemaVersion, ...template } = fromColumns<Tables['template']>(row);
  return {
    ...template,
    content: readDocument(templateDocument, template.content, schemaVersion),
    tags: Tags.parse(template.tags),
  };
}
