import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';

/** What a job is about: its work and scene, and the model that is asked; null where there is none. */
export interface JobPlace {
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly workName: string | null;
  /** 0-based. */
  readonly sceneIndex: number | null;
  readonly provider: string | null;
  readonly model: string | null;
}

/** Finds out for many jobs at once what they are about. */
export async function jobPlaces(db: Db, jobIds: readonly string[]): Promise<ReadonlyMap<string, JobPlace>> {
  if (jobIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('job')
    .leftJoin('generation', 'generation.id', 'job.target_id')
    .leftJoin('work', 'work.id', 'job.work_id')
    .leftJoin('project', (join) =>
      join.on('project.id', '=', sql<string>`coalesce(work.project_id, generation.project_id)`),
    )
    .leftJoin('scene', (join) =>
      join.on('scene.id', '=', sql<string>`coalesce(generation.scene_id, job.request ->> 'sceneId')`),
    )
    .select([
      'job.id',
      'project.id as projectId',
      'project.name as projectName',
      'work.name as workName',
      'scene.position as sceneIndex',
      'generation.provider',
      'generation.model',
    ])
    .where('job.id', 'in', jobIds)
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
