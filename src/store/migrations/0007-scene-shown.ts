import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const numberOf = (picked: string, kind: string): string => `(
  select count(*) from take, take as picked
  where picked.id = ${picked} and take.scene_id = scene.id and take.kind = '${kind}' and take.deleted_at is null
    and (take.created_at, take.id) <= (picked.created_at, picked.id))`;

/*
 * The same as 0003, and of each scene which takes it shows, whether the picture is approved, and the number each is called
 * by: a board of sixty scenes is one question.
 */
const workView = `create or replace function work_view(wanted text) returns json language plpgsql stable as $$ begin return (
  select json_build_object(
    'work', to_json(work),
    'inherited', json_build_object('systemPrompt', project.system_prompt, 'analyzerPrompt', project.analyzer_prompt,
      'imageSystemPrompt', project.image_system_prompt, 'videoSystemPrompt', project.video_system_prompt),
    'scenes', (
      select coalesce(json_agg(json_build_object(
        'id', scene.id, 'position', position, 'durationS', duration_s, 'imagePrompt', image_prompt,
        'negativePrompt', negative_prompt, 'videoPrompt', video_prompt, 'textOverlay', text_overlay,
        'transition', transition, 'lastError', last_error,
        'imageTakeId', picked_image_take_id, 'imageTakeNumber', ${numberOf('picked_image_take_id', 'image')},
        'videoTakeId', picked_video_take_id, 'videoTakeNumber', ${numberOf('picked_video_take_id', 'video')},
        'isApproved', approved_take_id is not null and approved_take_id is not distinct from picked_image_take_id
        ) order by position, scene.id), '[]')
      from scene where scene.work_id = work.id and scene.deleted_at is null),
    'generations', (
      select coalesce(json_agg(json_build_object('sceneId', scene_id, 'role', role, 'state', state)
        order by generation.created_at, generation.id), '[]')
      from generation
      where generation.work_id = work.id and scene_id is not null and state not in ('done', 'cancelled')))
  from work join project on project.id = work.project_id
  where work.id = wanted and work.deleted_at is null and project.deleted_at is null);
end $$`;

/** Which takes a scene shows, in the question that a work is read by. */
export const sceneShown: Migration = {
  async up(db) {
    await sql.raw(workView).execute(db);
  },
};
