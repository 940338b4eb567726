import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import { z } from 'zod';
import type { AnalysisResult } from '#contract/analysis.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { Timeline } from '#contract/timeline.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, fromJsonColumns, toColumns, type Row } from './row.ts';
import type { MediaOwner } from './media.ts';
import { lockScenes } from './scenes.ts';
import { analysisDocument, readDocument, styleGuideDocument, timelineDocument } from './stored-document.ts';
import { strictlyLater } from './strictly-later.ts';

type Versions = 'styleGuideVersion' | 'analysisVersion' | 'timelineVersion';

/** A work as it is stored; prompts that are null are the project's. */
export type WorkRow = Omit<
  Row<Tables['work']>,
  'styleGuide' | 'analysis' | 'timeline' | 'selectedAssetIds' | Versions
> & {
  readonly selectedAssetIds: readonly string[];
  readonly styleGuide: StyleGuide | null;
  readonly analysis: AnalysisResult | null;
  readonly timeline: Timeline | null;
};

type Required = 'id' | 'workspaceId' | 'projectId' | 'createdBy' | 'name' | 'width' | 'height';
type Kept = 'revision' | 'createdAt' | 'updatedAt';

/** What a new work needs; the rest is null until it is said. */
export type NewWork = Pick<WorkRow, Required> & Partial<Omit<WorkRow, Required | Kept>>;

/** What of a work may change. */
export type WorkPatch = Partial<Omit<WorkRow, 'id' | 'workspaceId' | 'projectId' | 'createdBy' | Kept>>;

/** One line of a list of works. */
export type WorkSummaryRow = Pick<
  WorkRow,
  'id' | 'workspaceId' | 'projectId' | 'name' | 'mode' | 'currentStep' | 'createdAt' | 'updatedAt'
> & {
  /** Scenes there are, and how many of them show a picture and a clip. */
  readonly scenes: number;
  readonly images: number;
  readonly videos: number;
  /** The place of the first scene that shows something; null where none does. */
  readonly posterScene: number | null;
};

const JSON_KEYS = ['selectedAssetIds', 'styleGuide', 'analysis', 'timeline'];

const empty: Omit<WorkRow, Required | Kept> = {
  updatedBy: null,
  deletedAt: null,
  mode: null,
  productName: null,
  productDescription: null,
  targetAudience: null,
  language: null,
  videoDurationS: null,
  sceneCount: null,
  selectedAssetIds: [],
  assetUsageMode: null,
  styleGuide: null,
  systemPrompt: null,
  analyzerPrompt: null,
  imageSystemPrompt: null,
  videoSystemPrompt: null,
  currentStep: 0,
  referenceSha256: null,
  audioSha256: null,
  analysis: null,
  timeline: null,
  fingerprint: null,
};

const written = {
  styleGuide: { styleGuideVersion: styleGuideDocument.version },
  analysis: { analysisVersion: analysisDocument.version },
  timeline: { timelineVersion: timelineDocument.version },
};

/** Stores a new work. */
export async function insertWork(db: Db, work: NewWork): Promise<WorkRow> {
  const versions = { ...written.styleGuide, ...written.analysis, ...written.timeline };
  const columns = toColumns<Tables['work']>({ ...empty, ...work, ...versions }, JSON_KEYS);
  return toWork(await db.insertInto('work').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The work, or null where there is none or it, or its project, is in the trash. */
export async function getWork(db: Db, id: string): Promise<WorkRow | null> {
  const row = await db
    .selectFrom('work')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where(projectIsThere)
    .executeTakeFirst();
  return row === undefined ? null : toWork(row);
}

/** What works are called, by their ids; those that are gone are left out. */
export async function namesOfWorks(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('work').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockWork(trx: Trx, id: string): Promise<WorkRow | null> {
  const row = await trx
    .selectFrom('work')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where(projectIsThere)
    .forNoKeyUpdate() // whoever holds a scene and stores a take of it refers to the work: a stronger lock would make a circle
    .executeTakeFirst();
  return row === undefined ? null : toWork(row);
}

const projectIsThere = sql<boolean>`exists (select 1 from project
  where project.id = work.project_id and project.deleted_at is null)`;

/** Lets a work in the trash not be the one of its brief any more, where another has been made of it meanwhile. */
export async function giveUpTakenFingerprint(db: Db, id: string): Promise<void> {
  await db
    .updateTable('work')
    .set({ fingerprint: null })
    .where('id', '=', id)
    .where(
      sql<boolean>`exists (select 1 from work as other where other.workspace_id = work.workspace_id
        and other.fingerprint = work.fingerprint and other.deleted_at is null)`,
    )
    .execute();
}

/** The work that was made of the same brief before, so that a repeated `make` goes on with it. */
export async function findWorkByFingerprint(
  db: Db,
  filter: { readonly workspaceId: string; readonly fingerprint: string },
): Promise<WorkRow | null> {
  const row = await db
    .selectFrom('work')
    .selectAll()
    .where('workspace_id', '=', filter.workspaceId)
    .where('fingerprint', '=', filter.fingerprint)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toWork(row);
}

/** Works without their documents, the last changed first. */
export async function listWorks(
  db: Db,
  filter: { readonly workspaceId: string; readonly projectId?: string } & ListPage,
): Promise<readonly WorkSummaryRow[]> {
  let query = db
    .selectFrom('work')
    .leftJoinLateral(scenesCounted, (join) => join.onTrue())
    .select(['id', 'workspace_id', 'project_id', 'name', 'mode', 'current_step', 'created_at', 'updated_at'])
    .select(['shown.scenes', 'shown.images', 'shown.videos', 'shown.poster_scene'])
    .where('workspace_id', '=', filter.workspaceId)
    .where('deleted_at', 'is', null);
  if (filter.projectId !== undefined) query = query.where('project_id', '=', filter.projectId);
  if (filter.after !== undefined) query = query.where(isAfter('updated_at', 'desc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const lines = query.orderBy(listKey('updated_at'), 'desc').orderBy('id', 'desc').as('line');
  // In one value: the embedded engine takes longer to hand over two hundred rows than to find them.
  const { list } = await db
    .selectFrom(lines)
    .select(sql<unknown>`coalesce(json_agg(line), '[]')`.as('list'))
    .executeTakeFirstOrThrow();
  return z
    .array(z.record(z.string(), z.unknown()))
    .parse(list)
    .map((line) => fromJsonColumns<SummaryColumns>(line));
}

type SummaryColumns = Pick<
  Tables['work'],
  'id' | 'workspace_id' | 'project_id' | 'name' | 'mode' | 'current_step' | 'created_at' | 'updated_at'
> & { scenes: number; images: number; videos: number; poster_scene: number | null };

/** What of each work's scenes a list shows. */
function scenesCounted(builder: ExpressionBuilder<Tables, 'work'>) {
  return builder
    .selectFrom('scene')
    .whereRef('scene.work_id', '=', 'work.id')
    .where('scene.deleted_at', 'is', null)
    .select([
      sql<number>`count(*)`.as('scenes'),
      sql<number>`count(picked_image_take_id)`.as('images'),
      sql<number>`count(picked_video_take_id)`.as('videos'),
      sql<number | null>`min(position) filter
        (where picked_image_take_id is not null or picked_video_take_id is not null)`.as('poster_scene'),
    ])
    .as('shown');
}

/**
 * Changes a work; null where there is none, or where `ifRevision` is not its revision any more.
 *
 * `by: 'client'` raises the revision; what the server finds out meanwhile does not, so that progress never makes an
 * autosave fail.
 */
export async function updateWork(
  db: Db,
  id: string,
  patch: WorkPatch,
  change: { readonly by: 'client' | 'server'; readonly ifRevision?: number },
): Promise<WorkRow | null> {
  const columns = {
    ...patch,
    ...(patch.styleGuide === undefined ? {} : written.styleGuide),
    ...(patch.analysis === undefined ? {} : written.analysis),
    ...(patch.timeline === undefined ? {} : written.timeline),
  };
  let query = db
    .updateTable('work')
    .set(toColumns<Tables['work']>(columns, JSON_KEYS))
    .set({
      updated_at: strictlyLater,
      revision: change.by === 'client' ? sql<number>`revision + 1` : sql<number>`revision`,
    })
    .where('id', '=', id);
  if (change.ifRevision !== undefined) query = query.where('revision', '=', change.ifRevision);
  const row = await query.returningAll().executeTakeFirst();
  return row === undefined ? null : toWork(row);
}

/**
 * Removes a work with its scenes, takes and exports for good; null where there was none, or where `ifRevision` is
 * not its revision any more.
 *
 * @returns whose media it held: the caller drops it after the commit (drop-references.ts)
 */
export async function deleteWork(
  trx: Trx,
  id: string,
  condition: { readonly ifRevision?: number } = {},
): Promise<readonly MediaOwner[] | null> {
  await trx.selectFrom('work').select('id').where('id', '=', id).forUpdate().execute();
  await lockScenes(trx, [id], 'delete');
  const owners = await mediaOwnersOfWorks(trx, [id]);
  let query = trx.deleteFrom('work').where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n ? owners : null;
}

/** Whose media works hold: their own (reference, sound), that of their takes and of their exports, trashed ones too. */
export async function mediaOwnersOfWorks(db: Db, workIds: readonly string[]): Promise<readonly MediaOwner[]> {
  if (workIds.length === 0) return [];
  const takes = await db.selectFrom('take').select('id').where('work_id', 'in', workIds).execute();
  const exports = await db.selectFrom('export').select('id').where('work_id', 'in', workIds).execute();
  return [
    ...workIds.map((id) => ({ kind: 'work', id }) as const),
    ...takes.map(({ id }) => ({ kind: 'take', id }) as const),
    ...exports.map(({ id }) => ({ kind: 'export', id }) as const),
  ];
}

function toWork(row: Selectable<Tables['work']>): WorkRow {
  return workFrom(fromColumns<Tables['work']>(row));
}

/** A row of the table with its documents read. */
export function workFrom(row: Row<Tables['work']>): WorkRow {
  const { styleGuideVersion, analysisVersion, timelineVersion, ...work } = row;
  return {
    ...work,
    selectedAssetIds: z.array(z.string()).parse(work.selectedAssetIds),
    styleGuide: work.styleGuide === null ? null : readDocument(styleGuideDocument, work.styleGuide, styleGuideVersion),
    analysis: work.analysis === null ? null : readDocument(analysisDocument, work.analysis, analysisVersion),
    timeline: work.timeline === null ? null : readDocument(timelineDocument, work.timeline, timelineVersion ?? 1),
  };
}
