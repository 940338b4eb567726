import { sql } from 'kysely';
import type { TrashKind } from '#contract/trash.ts';
import type { Db } from './database/open-database.ts';
import type { Trx } from './database/tables.ts';
import type { ListPage } from './list-page.ts';

/** How long things stay in the trash, in days. */
const KEPT_DAYS = 30;

/** Something in the trash. */
export interface TrashRow {
  readonly id: string;
  readonly kind: TrashKind;
  readonly name: string;
  readonly deletedAt: number;
  readonly purgeAt: number;
  readonly projectId: string;
  readonly projectName: string;
  readonly projectIsIn: boolean;
  readonly workId: string | null;
  readonly workName: string | null;
  readonly workIsIn: boolean;
  /** The 0-based place a scene had. */
  readonly position: number | null;
  /** Of what it showed, where it showed anything. */
  readonly posterSha256: string | null;
}

const shownTake = sql`take.id = coalesce(scene.picked_video_take_id, scene.picked_image_take_id)`;

/** Everything in the trash, kind by kind; a scene has no name, so the beginning of what it says stands for it. */
const everything = sql`
  select project.id, 'project' as kind, project.name, project.deleted_at, project.workspace_id,
    project.id as project_id, project.name as project_name, false as project_is_in,
    null as work_id, null as work_name, false as work_is_in, null::int as position,
    (select take.sha256 from work
      join scene on scene.work_id = work.id and scene.deleted_at is null join take on ${shownTake}
      where work.project_id = project.id and work.deleted_at is null
      order by work.updated_at desc, scene.position limit 1) as poster_sha256
    from project
  union all
  select work.id, 'work', work.name, work.deleted_at, work.workspace_id,
    project.id, project.name, project.deleted_at is not null, null, null, false, null,
    (select take.sha256 from scene join take on ${shownTake}
      where scene.work_id = work.id and scene.deleted_at is null order by scene.position limit 1)
    from work join project on project.id = work.project_id
  union all
  select scene.id, 'scene',
    coalesce(nullif(scene.image_prompt, ''), nullif(scene.video_prompt, ''), scene.text_overlay, ''),
    scene.deleted_at, scene.workspace_id, project.id, project.name, project.deleted_at is not null,
    work.id, work.name, work.deleted_at is not null, scene.position,
    (select take.sha256 from take where ${shownTake})
    from scene join work on work.id = scene.work_id join project on project.id = work.project_id
  union all
  select asset.id, 'asset', asset.name, asset.deleted_at, asset.workspace_id,
    project.id, project.name, project.deleted_at is not null, null, null, false, null,
    case when asset.type in ('image', 'video') then asset.sha256 end
    from asset join project on project.id = asset.project_id
  union all
  select template.id, 'template', template.name, template.deleted_at, template.workspace_id,
    project.id, project.name, project.deleted_at is not null, null, null, false, null, null
    from template join project on project.id = template.project_id`;

/** What of it is meant. */
interface TrashFilter {
  readonly workspaceId: string;
  readonly kinds: readonly TrashKind[];
}

/** What is in the trash of a workspace, the last deleted first. */
export async function listTrash(db: Db, filter: TrashFilter & ListPage): Promise<readonly TrashRow[]> {
  const after = filter.after
    ? sql`and (date_trunc('milliseconds', deleted_at), id)
        < (${new Date(filter.after.atMs).toISOString()}::timestamptz, ${filter.after.id}::text)`
    : sql``;
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  const { rows } = await sql<Columns>`
    select *, deleted_at + ${KEPT_DAYS} * interval '1 day' as purge_at from (${everything}) as trash
    where deleted_at is not null and workspace_id = ${filter.workspaceId} and kind = any(${[...filter.kinds]}::text[])
      ${after}
    order by date_trunc('milliseconds', deleted_at) desc, id desc ${limit}`.execute(db);
  return rows.map(toRow);
}

/** One thing in the trash of a workspace; null where it is not there. */
export async function getTrash(
  db: Db,
  { workspaceId, id }: { readonly workspaceId: string; readonly id: string },
): Promise<TrashRow | null> {
  const { rows } = await sql<Columns>`
    select *, deleted_at + ${KEPT_DAYS} * interval '1 day' as purge_at from (${everything}) as trash
    where deleted_at is not null and workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0] === undefined ? null : toRow(rows[0]);
}

/** What has been in the trash for long enough, the longest first, and whose it is. */
export async function listOverdueTrash(
  db: Db,
  limit: number,
): Promise<readonly { readonly id: string; readonly kind: TrashKind; readonly workspaceId: string }[]> {
  const { rows } = await sql<{ id: string; kind: TrashKind; workspace_id: string }>`
    select id, kind, workspace_id from (${everything}) as trash
    where deleted_at < now() - ${KEPT_DAYS} * interval '1 day' order by deleted_at, id limit ${limit}`.execute(db);
  return rows.map(({ workspace_id: workspaceId, ...row }) => ({ ...row, workspaceId }));
}

/** Puts something into the trash; false where it is not there, or is there already. Nothing else of it changes. */
export async function putIntoTrash(db: Db, kind: TrashKind, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(kind)
    .set({ deleted_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes something out of the trash as it was; false where it is not there. */
export async function takeOutOfTrash(db: Db, kind: TrashKind, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(kind)
    .set({ deleted_at: null })
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Locks something in the trash until the commit; false where it is not there, and then nothing is locked. */
export async function lockTrash(trx: Trx, kind: TrashKind, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom(kind)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a work, or the project it is in, is in the trash; false of what is gone. */
export async function workIsInTrash(db: Db, workId: string): Promise<boolean> {
  const row = await db
    .selectFrom('work')
    .innerJoin('project', 'project.id', 'work.project_id')
    .select('work.id')
    .where('work.id', '=', workId)
    .where((is) => is.or([is('work.deleted_at', 'is not', null), is('project.deleted_at', 'is not', null)]))
    .executeTakeFirst();
  return row !== undefined;
}

interface Columns {
  readonly id: string;
  readonly kind: TrashKind;
  readonly name: string;
  readonly deleted_at: Date;
  readonly purge_at: Date;
  readonly project_id: string;
  readonly project_name: string;
  readonly project_is_in: boolean;
  readonly work_id: string | null;
  readonly work_name: string | null;
  readonly work_is_in: boolean;
  readonly position: number | null;
  readonly poster_sha256: string | null;
}

const NAME_CHARACTERS = 80;

/** Whole words, as many as are read at a glance. */
function shortened(name: string): string {
  if (name.length <= NAME_CHARACTERS) return name;
  return `${name.slice(0, NAME_CHARACTERS).replace(/[\s,.;:]*\S*$/, '')}…`;
}

function toRow(row: Columns): TrashRow {
  return {
    id: row.id,
    kind: row.kind,
    name: row.kind === 'scene' ? shortened(row.name) : row.name,
    deletedAt: row.deleted_at.getTime(),
    purgeAt: row.purge_at.getTime(),
    projectId: row.project_id,
    projectName: row.project_name,
    projectIsIn: row.project_is_in,
    workId: row.work_id,
    workName: row.work_name,
    workIsIn: row.work_is_in,
    position: row.position,
    posterSha256: row.poster_sha256,
  };
}
