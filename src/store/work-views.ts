import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { GenerationState, Role } from '#contract/generation.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { StoredError } from './stored-error.ts';
import { toWork, type WorkRow } from './works.ts';

const SceneView = z.object({
  id: z.string(),
  position: z.int(),
  durationS: z.number(),
  imagePrompt: z.string(),
  negativePrompt: z.string(),
  videoPrompt: z.string(),
  textOverlay: z.string().nullable(),
  transition: z.string(),
  hasPicture: z.boolean(),
  hasClip: z.boolean(),
  lastError: StoredError.nullable(),
});

const GenerationView = z.object({ sceneId: z.string(), role: Role, state: GenerationState });

/** Prompts of the project, for those the work has none of its own of. */
const Inherited = z.object({
  systemPrompt: z.string(),
  analyzerPrompt: z.string(),
  imageSystemPrompt: z.string(),
  videoSystemPrompt: z.string(),
});
export type InheritedPrompts = z.infer<typeof Inherited>;

/** A scene as far as clients see it. */
export type SceneView = z.infer<typeof SceneView>;

/** Everything a client sees of a work. */
export interface WorkView {
  readonly work: WorkRow;
  readonly inherited: InheritedPrompts;
  readonly scenes: readonly SceneView[];
  /** Of scenes, the oldest first; without those that are done or cancelled, which leave no trace. */
  readonly generations: readonly z.infer<typeof GenerationView>[];
}

const scenesOfWork = sql<unknown>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'position', position, 'durationS', duration_s, 'imagePrompt', image_prompt,
    'negativePrompt', negative_prompt, 'videoPrompt', video_prompt, 'textOverlay', text_overlay,
    'transition', transition, 'hasPicture', picked_image_take_id is not null,
    'hasClip', picked_video_take_id is not null, 'lastError', last_error) order by position, id), '[]')
  from scene where scene.work_id = work.id and scene.deleted_at is null)`;

const generationsOfWork = sql<unknown>`(
  select coalesce(jsonb_agg(jsonb_build_object('sceneId', scene_id, 'role', role, 'state', state)
    order by created_at, id), '[]')
  from generation where generation.work_id = work.id and scene_id is not null and state not in ('done', 'cancelled'))`;

const promptsOfProject = sql<unknown>`(
  select jsonb_build_object('systemPrompt', system_prompt, 'analyzerPrompt', analyzer_prompt,
    'imageSystemPrompt', image_system_prompt, 'videoSystemPrompt', video_system_prompt)
  from project where project.id = work.project_id and project.deleted_at is null)`;

/** A work with its scenes, what is being made of them and the prompts it inherits, in one question to the database. */
export async function getWorkView(db: Db, id: string): Promise<WorkView | null> {
  const found = await db
    .selectFrom('work')
    .selectAll()
    .select([scenesOfWork.as('scenes'), generationsOfWork.as('generations'), promptsOfProject.as('inherited')])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined || found.inherited === null) return null; // its project is in the trash
  const { scenes, generations, inherited, ...row } = found;
  return {
    work: toWork(row as Selectable<Tables['work']>),
    inherited: Inherited.parse(inherited),
    scenes: z.array(SceneView).parse(scenes),
    generations: z.array(GenerationView).parse(generations),
  };
}
