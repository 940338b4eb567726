import { Problem } from '#contract/problems.ts';
import type { WantedVariants } from '#contract/variants.ts';
import type { Trx } from '#store/database/tables.ts';
import { lockScene } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { checkBudgets } from '../costs/check-budgets.ts';
import { payableTake } from '../costs/payable-take.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import type { Composed, SceneInFilm } from '../generation/compose-image-request.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { requestGenerationIn } from '../generation/request-generation.ts';
import type { World } from '../world.ts';
import { listReusable } from './find-reusable.ts';
import { recordVariants } from './record-variants.ts';
import { reuseTake } from './reuse-take.ts';
import type { StoredVariants } from './stored-variants.ts';

/** A picture or clip of a scene that is to be made, once or several times. */
export interface WantedTakesOfScene {
  readonly role: 'image' | 'video';
  readonly chosen: ChosenModel;
  readonly film: SceneInFilm;
  readonly compose: (seed: number) => Composed<object>;
  /** The pictures a clip is made from. */
  readonly parentIds?: readonly string[];
  /** What is made is shown whatever was picked by hand before. */
  readonly picks: boolean;
}

/**
 * Starts as many pictures or clips of a scene as are wanted, in one commit; what comes back is the job to wait for.
 *
 * With `reuse` what has been made before is taken over first. The same that is under way counts, so that a request that
 * comes twice is not paid twice: only what is missing is started. One that says a seed means that seed.
 *
 * @throws Problem `not_found` where the scene is gone; those of requesting a generation, and then nothing is started
 */
export async function startVariants(
  world: World,
  actor: Actor,
  wanted: WantedTakesOfScene,
  variants: WantedVariants,
): Promise<{ readonly jobId: string }> {
  try {
    return await world.database.transaction((trx) => startVariantsIn(trx, world, actor, wanted, variants));
  } catch (error) {
    const { variants: count = 1 } = variants;
    if (count > 1 && error instanceof Problem && error.code === 'budget_exceeded') {
      // The one that was refused came after others that are undone by now: what is told is what they come to together.
      const payables = Array.from({ length: count }, () => payableTake(world, wanted));
      await world.database.transaction((trx) => checkBudgets(trx, actor, payables));
    }
    throw error;
  }
}

/** The same as a part of something larger. */
export async function startVariantsIn(
  trx: Trx,
  world: World,
  actor: Actor,
  { role, chosen, film, compose, parentIds, picks }: WantedTakesOfScene,
  { variants: count = 1, seed, reuse }: WantedVariants,
): Promise<{ readonly jobId: string }> {
  const { workId, id: sceneId } = film.scene;
  const firstSeed = seed ?? freshSeed(world);
  const { inputsHash } = compose(firstSeed);
  const { workspaceId } = actor;
  const inputs = { workspaceId, kind: role, provider: chosen.provider.id, model: chosen.model.id, inputsHash };
  const scene = await lockScene(trx, sceneId); // two at once wait for each other here
  if (!scene) throw new Problem('not_found', { what: 'such scene' });
  const anySeed = reuse && seed === undefined ? await listReusable(world, inputs, count, trx) : [];
  const variants: StoredVariants['variants'] = [];
  const started: string[] = [];
  for (let place = 0; place < count; place++) {
    const own = { seed: seed === undefined ? undefined : seed + place };
    const [earlier] =
      reuse && seed !== undefined ? await listReusable(world, { ...inputs, ...own }, 1, trx) : anySeed.splice(0, 1);
    if (earlier) {
      const { id } = await reuseTake(trx, world, actor, { scene, earlier, parentIds, picks });
      variants.push({ takeIds: [id] });
      continue;
    }
    const wanted = { role, chosen, workId, sceneId, ...compose(firstSeed + place), picks };
    const join = { besides: started, ...own };
    const { generationId, jobId } = await requestGenerationIn(trx, world, actor, wanted, { join });
    started.push(generationId);
    variants.push({ jobId });
  }
  return recordVariants(trx, world, actor, { kind: role, scene, variants });
}
