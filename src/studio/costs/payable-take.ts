import type { ChosenModel } from '../generation/choose-model.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';
import type { Payable } from './budget-verdicts.ts';
import { estimateOf } from './estimate-generation.ts';
import { pricedTake } from './priced-take.ts';

/** A picture or clip of a scene as what is to be held for it. */
export function payableTake(
  world: Pick<World, 'clock'>,
  {
    film,
    role,
    chosen,
  }: { readonly film: SceneInFilm; readonly role: 'image' | 'video'; readonly chosen: ChosenModel },
): Payable {
  const { projectId, id: workId } = film.work;
  const { provider, model } = chosen;
  const { atMostMicroUsd: dueMicroUsd } = estimateOf(world, chosen, pricedTake(film, role));
  return { projectId, workId, provider: provider.id, model: model.id, role, dueMicroUsd };
}
