import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import { getGeneration } from '#store/generations.ts';
import type { JobRow } from '#store/jobs.ts';
import { getScene } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { holdScene, type SceneHalf } from '../costs/hold-scene.ts';
import { chooseAgain } from '../generation/choose-again.ts';
import type { ChosenModel, ModelChoices } from '../generation/choose-model.ts';
import { findProvider } from '../generation/find-provider.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { StoredSceneRequest, type StoredChild } from './scene-request.ts';
import { recordSceneJob } from './start-scene.ts';

/** Does the job of a whole scene once more; a picture that was made is kept, and only the clip is asked for again. */
export async function retryScene(
  world: World,
  actor: Actor,
  job: JobRow,
  choices: ModelChoices,
): Promise<{ readonly jobId: string }> {
  const before = StoredSceneRequest.parse(job.request);
  if (job.workId === null || !(await getScene(world.database.kysely, before.sceneId))) {
    throw new Problem('not_found', { what: 'scene of this job' });
  }
  const { workId } = job;
  const picture = before.picture && (await again(world, before.picture));
  const isMade = picture === before.picture;
  const clip = await again(world, before.clip);
  const image = picture === null || isMade ? null : await chosenFor(world, actor, 'image', picture, choices);
  const video = await chosenFor(world, actor, 'video', clip, choices);
  const keys = { image: image?.apiKey ?? null, video: video.apiKey };
  const request: StoredSceneRequest = { ...before, picture, clip };
  const film = await sceneInFilm(world, workId, { id: before.sceneId });
  return world.database.transaction(async (trx) => {
    const halves: SceneHalf[] = [{ role: 'video', generationId: clip.generationId, chosen: video }];
    if (image && picture) halves.push({ role: 'image', generationId: picture.generationId, chosen: image });
    await holdScene(trx, world, actor, film, halves);
    return recordSceneJob(world, trx, actor, { workId, request, keys });
  });
}

/** What was made, or is being made, stays; what failed gets ids of its own. */
async function again(world: World, child: StoredChild): Promise<StoredChild> {
  const generation = await getGeneration(world.database.kysely, child.generationId);
  if (!generation || (generation.state !== 'failed' && generation.state !== 'cancelled')) return child;
  return { ...child, generationId: newId(world, 'generation'), jobId: newId(world, 'job') };
}

function chosenFor(
  world: World,
  actor: Actor,
  role: Role,
  child: StoredChild,
  choices: ModelChoices,
): Promise<ChosenModel> {
  const provider = findProvider(world, child.provider, role);
  return chooseAgain(world, actor, role, { provider, model: child.model, apiKey: choices[role].apiKey });
}
