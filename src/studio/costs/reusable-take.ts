import type { EstimatedItem } from '#contract/cost.ts';
import { getTake } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import { findReusable } from '../scenes/find-reusable.ts';
import { pictureIdOf, presentInputs } from '../scenes/present-inputs.ts';
import type { World } from '../world.ts';
import type { WantedTake } from './wanted-by-action.ts';

/** What the same model has made of the same inputs before, which may be taken over free of charge; null where there is none. */
export async function reusableTake(
  world: Pick<World, 'database' | 'files'>,
  { workspaceId }: Actor,
  { film, role }: WantedTake,
  { provider, model }: ChosenModel,
): Promise<NonNullable<EstimatedItem['reusable']> | null> {
  const pictureId = pictureIdOf(film.scene);
  const picture = role === 'video' && pictureId !== null ? await getTake(world.database.kysely, pictureId) : null;
  const inputs = presentInputs(film, picture);
  const inputsHash = (role === 'image' ? inputs.image : inputs.video)?.inputsHash;
  if (inputsHash === undefined) return null;
  const found = await findReusable(world, {
    workspaceId,
    kind: role,
    provider: provider.id,
    model: model.id,
    inputsHash,
  });
  return found && { takeId: found.id, url: `/api/media/${found.id}` };
}
