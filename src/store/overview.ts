import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { JobKind, JobStatus } from '#contract/job.ts';
import { ProjectType } from '#contract/project.ts';
import { WorkMode } from '#contract/work.ts';
import type { Db } from './database/open-database.ts';
import { StoredError } from './stored-error.ts';

const Frame = z.object({ position: z.int(), takeId: z.string() });

const JobLine = z.object({
  id: z.string(),
  kind: JobKind,
  status: JobStatus,
  progress: z.number(),
  stage: z.string(),
  etaMs: z.int().nullable(),
  error: StoredError.nullable(),
});

const WorkLine = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  mode: WorkMode.nullable(),
  currentStep: z.int(),
  width: z.int(),
  height: z.int(),
  updatedAt: z.int(),
  hasReference: z.boolean(),
  hasAnalysis: z.boolean(),
  hasBrief: z.boolean(),
  videoDurationS: z.number().nullable(),
  scenes: z
    .object({
      count: z.int(),
      durationS: z.number(),
      images: z.int(),
      approved: z.int(),
      videos: z.int(),
      inReview: z.int(),
      reviewAt: z.int().nullable(),
      inDoubt: z.int(),
      doubtAt: z.int().nullable(),
      failed: z.int(),
      failedAt: z.int().nullable(),
      error: StoredError.nullable(),
      frames: z.array(Frame),
    })
    .nullable(),
  /** Those that have not ended, and the last of each kind that is about the whole work; the newest first. */
  jobs: z.array(JobLine),
  film: z.object({ exportId: z.string(), durationS: z.number(), count: z.int() }).nullable(),
});

/** What is stored of a work, as far as a glance at it tells. */
export type WorkLine = z.infer<typeof WorkLine>;

const ProjectLine = z.object({
  id: z.string(),
  name: z.string(),
  projectType: ProjectType,
  updatedAt: z.int(),
  spentMicroUsd: z.int(),
});

/** The same of a project. */
export type ProjectLine = z.infer<typeof ProjectLine>;

/** Every work of a project, or of a workspace, the last changed first, in one question. */
export async function workLines(
  db: Db,
  filter: { readonly workspaceId: string; readonly projectId?: string },
): Promise<readonly WorkLine[]> {
  return z.array(WorkLine).parse(await listOf(db, worksAtAGlance(filter)));
}

/** Every project of a workspace, the last changed first, in one question. */
export async function projectLines(db: Db, workspaceId: string): Promise<readonly ProjectLine[]> {
  const spent = sql`select project_id, sum(micro_usd) as spent from ledger
    where workspace_id = ${workspaceId} and kind in ('spend', 'refund') group by project_id`;
  const lines = sql`select project.id, name, project_type as "projectType",
      ${milliseconds('project.updated_at')} as "updatedAt", coalesce(spent, 0)::bigint as "spentMicroUsd"
    from project left join (${spent}) as paid on paid.project_id = project.id
    where workspace_id = ${workspaceId} and deleted_at is null
    order by project.updated_at desc, project.id desc`;
  return z.array(ProjectLine).parse(await listOf(db, lines));
}

/** In one value: the embedded engine takes longer to hand over two hundred rows than to find them. */
async function listOf(db: Db, lines: RawBuilder<unknown>): Promise<unknown> {
  const { rows } = await sql<{
    list: unknown;
  }>`select coalesce(json_agg(line), '[]') as list from (${lines}) as line`.execute(db);
  return rows[0]?.list;
}

const milliseconds = (column: string): RawBuilder<unknown> =>
  sql`(extract(epoch from date_trunc('milliseconds', ${sql.ref(column)})) * 1000)::bigint`;

function worksAtAGlance({ workspaceId, projectId }: { workspaceId: string; projectId?: string }): RawBuilder<unknown> {
  const here = projectId === undefined ? sql`` : sql`and work.project_id = ${projectId}`;
  return sql`
    with wanted as materialized (
      select work.* from work join project on project.id = work.project_id
      where work.workspace_id = ${workspaceId} ${here} and work.deleted_at is null and project.deleted_at is null
    ),
    asked as (
      select scene_id, bool_or(state not in ('failed', 'uncertain')) as is_live, bool_or(state = 'uncertain') as in_doubt,
        (array_agg(role order by generation.created_at desc) filter (where state = 'failed'))[1] as failed_role
      from generation
      where work_id in (select id from wanted) and scene_id is not null and role in ('image', 'video')
        and state not in ('done', 'cancelled')
      group by scene_id
    ),
    shown as (
      select scene.*, coalesce(picked_image_take_id, picked_video_take_id) as frame,
        coalesce(in_doubt, false) as in_doubt,
        picked_image_take_id is not null and picked_video_take_id is null and not coalesce(is_live or in_doubt, false)
          and approved_take_id is distinct from picked_image_take_id as in_review,
        last_error is not null and picked_video_take_id is null and not coalesce(is_live or in_doubt, false)
          and (picked_image_take_id is null or failed_role = 'video') as has_failed
      from scene left join asked on asked.scene_id = scene.id
      where work_id in (select id from wanted) and deleted_at is null
    ),
    counted as (
      select work_id, json_build_object(
        'count', count(*), 'durationS', sum(duration_s),
        'images', count(picked_image_take_id), 'videos', count(picked_video_take_id),
        'approved', count(*) filter (where approved_take_id is not null and approved_take_id = picked_image_take_id),
        'inReview', count(*) filter (where in_review), 'reviewAt', min(position) filter (where in_review),
        'inDoubt', count(*) filter (where in_doubt), 'doubtAt', min(position) filter (where in_doubt),
        'failed', count(*) filter (where has_failed), 'failedAt', min(position) filter (where has_failed),
        'error', (array_agg(last_error order by position) filter (where has_failed))[1],
        'frames', to_json(coalesce((array_agg(json_build_object('position', position, 'takeId', frame) order by position)
          filter (where frame is not null))[1:4], '{}'))) as scenes
      from shown group by work_id
    ),
    last_jobs as (
      select distinct on (work_id, kind) id from job
      where work_id in (select id from wanted) and kind in ('analyze', 'scenario', 'export', 'film')
      order by work_id, kind, created_at desc, id desc
    ),
    told as (
      select work_id, json_agg(json_build_object('id', id, 'kind', kind, 'status', status, 'progress', progress,
        'stage', stage, 'etaMs', eta_ms, 'error', error) order by created_at desc, id desc) as jobs
      from job
      where work_id in (select id from wanted) and kind not in ('derive', 'describe', 'style')
        and (status in ('queued', 'running') or id in (select id from last_jobs))
      group by work_id
    ),
    films as (
      select work_id, json_build_object('count', count(*),
        'exportId', (array_agg(export.id order by export.created_at desc))[1],
        'durationS', (array_agg((media.facts ->> 'durationS')::float8 order by export.created_at desc))[1]) as film
      from export join media on media.sha256 = export.sha256
      where work_id in (select id from wanted) and state = 'done' and deleted_at is null
      group by work_id
    )
    select wanted.id, project_id as "projectId", name, mode, current_step as "currentStep", width, height,
      ${milliseconds('wanted.updated_at')} as "updatedAt", reference_sha256 is not null as "hasReference",
      analysis is not null as "hasAnalysis", video_duration_s as "videoDurationS",
      coalesce(product_description, product_name, '') <> '' as "hasBrief",
      scenes, coalesce(jobs, '[]') as jobs, film
    from wanted
      left join counted on counted.work_id = wanted.id
      left join told on told.work_id = wanted.id
      left join films on films.work_id = wanted.id
    order by wanted.updated_at desc, wanted.id desc`;
}
