import type { ArrangedScene } from '#contract/arranged-scene.ts';
import { Problem } from '#contract/problems.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import { transitionFromName } from '#domain/timeline/transition-names.ts';
import { getAsset } from '#store/assets.ts';
import { appendEvent } from '#store/events.ts';
import { listScenes, replaceScenes, type SceneRow, type SceneScript } from '#store/scenes.ts';
import { getWork, updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import { scenarioSceneOf } from '../works/work-of.ts';
import type { World } from '../world.ts';

const NEW_SCENE: SceneScript = {
  durationS: 4,
  imagePrompt: '',
  negativePrompt: '',
  videoPrompt: '',
  textOverlay: null,
  transition: 'cut',
};

/**
 * Puts the scenes of a work into this order, all at once: those named by id keep their takes and what is not said of
 * them, the others are new, and those that are missing go to the trash.
 *
 * @param ifRevision refuse when the work has been changed since
 * @throws Problem `stale`, `invalid_input` for an id that is not one of the work's scenes or is there twice
 */
export async function arrangeScenes(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  work: WorkRow,
  wanted: readonly ArrangedScene[],
  ifRevision: number | null,
): Promise<{ readonly scenes: ScenarioScene[]; readonly revision: number }> {
  await checkDirect(world, work, wanted.length);
  return world.database.transaction(async (trx) => {
    // Two at once wait for each other here.
    const expected = ifRevision === null ? {} : { ifRevision };
    if (!(await updateWork(trx, work.id, {}, { by: 'server', ...expected }))) throw new Problem('stale');
    const known = new Map((await listScenes(trx, work.id)).map((scene) => [scene.id, scene]));
    const scripts = wanted.map(({ id, ...fields }, index) => {
      if (id === undefined) return { ...NEW_SCENE, ...scriptOf(fields, index) };
      const scene = known.get(id);
      if (!scene)
        throw new Problem('invalid_input', { reason: `scenes.${index}.id: ${id} is not a scene of this work` });
      known.delete(id); // twice is once too often
      return { id, ...scriptIn(scene), ...scriptOf(fields, index) };
    });
    const options = { newId: () => newId(world, 'scene'), userId: actor.userId, onlyById: true };
    const scenes = await replaceScenes(trx, work, scripts, options);
    const { workspaceId, id: workId } = work;
    await appendEvent(trx, { workspaceId, workId, type: 'work', data: { scenes: scenes.map(({ id }) => id) } });
    return { scenes: scenes.map(scenarioSceneOf), revision: (await getWork(trx, work.id))?.revision ?? work.revision };
  });
}

/** In direct mode there is one scene for each picture, so there cannot be more. */
async function checkDirect(world: Pick<World, 'database'>, work: WorkRow, count: number): Promise<void> {
  if (work.assetUsageMode !== 'direct' || work.selectedAssetIds.length === 0) return;
  let pictures = 0;
  for (const id of work.selectedAssetIds) {
    if ((await getAsset(world.database.kysely, id))?.type === 'image') pictures++;
  }
  if (count <= pictures) return;
  const reason = `Direct mode makes one scene of each selected picture, so ${pictures} at most: select another picture first`;
  throw new Problem('conflict', { reason });
}

function scriptIn(scene: SceneRow): SceneScript {
  const { durationS, imagePrompt, negativePrompt, videoPrompt, textOverlay, transition } = scene;
  return { durationS, imagePrompt, negativePrompt, videoPrompt, textOverlay, transition };
}

function scriptOf(fields: Omit<ArrangedScene, 'id'>, index: number): Partial<SceneScript> {
  const { duration_seconds, image_prompt, negative_prompt, video_prompt, text_overlay, transition } = fields;
  return {
    ...(duration_seconds === undefined ? {} : { durationS: duration_seconds }),
    ...(image_prompt === undefined ? {} : { imagePrompt: image_prompt ?? '' }),
    ...(negative_prompt === undefined ? {} : { negativePrompt: negative_prompt ?? '' }),
    ...(video_prompt === undefined ? {} : { videoPrompt: video_prompt ?? '' }),
    ...(text_overlay === undefined ? {} : { textOverlay: text_overlay?.trim() ? text_overlay : null }),
    ...(transition === undefined ? {} : { transition: transitionNamed(transition ?? 'cut', index) }),
  };
}

function transitionNamed(name: string, index: number): SceneScript['transition'] {
  const { type, known } = transitionFromName(name);
  if (!known) throw new Problem('invalid_input', { reason: `scenes.${index}.transition: there is no ${name}` });
  return type;
}
