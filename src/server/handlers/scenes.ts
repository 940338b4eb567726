import type { scenesOperations } from '#contract/operations/scenes.ts';
import { Problem } from '#contract/problems.ts';
import { adoptTake } from '#studio/assets/adopt-take.ts';
import { readAsset } from '#studio/assets/read-asset.ts';
import { approveScene } from '#studio/scenes/approve-scene.ts';
import { arrangeScenes } from '#studio/scenes/arrange-scenes.ts';
import { compareTakes } from '#studio/scenes/compare-takes.ts';
import { listChanges } from '#studio/scenes/list-changes.ts';
import { listTakes } from '#studio/scenes/list-takes.ts';
import { pickTake } from '#studio/scenes/pick-take.ts';
import { previewRequest } from '#studio/scenes/preview-request.ts';
import { findWork } from '#studio/works/find-work.ts';
import { mayCall } from '../call.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** The scenes of a work and their takes. */
export const scenesHandlers: Handlers<typeof scenesOperations> = {
  arrangeScenes: async (world, actor, { scenes, ...place }, call) => {
    const work = await findWork(world, actor, place);
    const arranged = await arrangeScenes(world, actor, work, scenes, call.ifRevision);
    call.revision(arranged.revision);
    return { scenes: arranged.scenes };
  },
  approveScene: (world, actor, input, { credential }) => {
    // A clip may cost money: leave to change a work is not leave to spend.
    if (input.animate && !mayCall(credential, 'ai:generate'))
      throw new Problem('out_of_scope', { scope: 'ai:generate' });
    return approveScene(world, actor, input, modelChoices(input).video);
  },
  listTakes: async (world, _, place, call) => {
    const { items, nextCursor } = await listTakes(world, place);
    call.nextCursor(nextCursor);
    return items;
  },
  compareTakes: (world, _, place) => compareTakes(world, place),
  listChanges: async (world, _, { workId }) => ({ scenes: await listChanges(world, workId) }),
  previewRequest: (world, actor, { workId, sceneIndex, kind, lastTakeId, literal, ...input }) => {
    const { image_prompt: imagePrompt, negative_prompt: negativePrompt, video_prompt: videoPrompt, ...headers } = input;
    const words = { imagePrompt, negativePrompt, videoPrompt };
    return previewRequest(world, actor, { workId, sceneIndex }, modelChoices(headers)[kind], {
      kind,
      words,
      lastTakeId,
      literal,
    });
  },
  adoptTake: async (world, actor, place) => readAsset(world, await adoptTake(world, actor, place)),
  pickTake: (world, _, place) => pickTake(world, place),
};
