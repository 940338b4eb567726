import type { Trx } from '#store/database/tables.ts';
import { getGeneration } from '#store/generations.ts';
import type { Actor } from '../actor.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';
import { estimateOf } from './estimate-generation.ts';
import { pricedTake } from './priced-take.ts';
import { releaseCost } from './release-cost.ts';
import { reserveCosts } from './reserve-costs.ts';

/** A picture or clip that the job of a scene is to make, by the id that its generation will have. */
export interface SceneHalf {
  readonly role: 'image' | 'video';
  readonly generationId: string;
  readonly chosen: ChosenModel;
}

/**
 * Holds what the halves of a scene may cost before the first is started, so that none is refused after the other was paid.
 *
 * @throws Problem `budget_exceeded`, `price_unknown`
 */
export async function holdScene(
  trx: Trx,
  world: Pick<World, 'clock'>,
  actor: Actor,
  film: SceneInFilm,
  halves: readonly SceneHalf[],
): Promise<void> {
  const { projectId, id: workId } = film.work;
  const wanted = halves.map(({ role, generationId, chosen }) => {
    const estimate = estimateOf(world, chosen, pricedTake(film, role));
    return { role, generationId, projectId, workId, provider: chosen.provider.id, model: chosen.model.id, estimate };
  });
  await reserveCosts(trx, actor, wanted);
}

/** Lets go of what is held for halves that never came on record, in the transaction that ends the job of their scene. */
export async function releaseUnstarted(trx: Trx, halves: readonly { readonly generationId: string }[]): Promise<void> {
  for (const { generationId } of halves) {
    if (!(await getGeneration(trx, generationId))) await releaseCost(trx, { id: generationId });
  }
}
