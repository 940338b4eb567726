import { Problem } from '#contract/problems.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import { isRetired } from '#providers/is-retired.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

/**
 * The picture that a clip is to end with, which may be of any scene of the same work.
 *
 * @throws Problem `invalid_input` where the model takes none, or it is no picture; `not_found`; `media_missing`
 */
export async function lastPicture(
  world: Pick<World, 'database' | 'files' | 'providers' | 'clock'>,
  chosen: ChosenModel,
  workId: string,
  takeId: string,
): Promise<TakeRow> {
  const { provider, model } = chosen;
  const descriptor = descriptorFor(provider, 'video', model.id);
  if (!descriptor?.input?.lastFrame) {
    const name = descriptor?.name ?? model.id;
    const reason = `${name} of ${provider.label} takes no last picture: leave lastTakeId out, or ${another(world, chosen)}`;
    throw new Problem('invalid_input', { reason });
  }
  const take = await getTake(world.database.kysely, takeId);
  if (take?.workId !== workId) throw new Problem('not_found', { what: 'such take of this work' });
  if (take.kind !== 'image') {
    throw new Problem('invalid_input', {
      reason: 'lastTakeId is a clip: name the picture that the clip is to end with',
    });
  }
  if (!(await isWhole(world, take.sha256))) throw new Problem('media_missing', { sha256: take.sha256 });
  return take;
}

/** Which model to name instead: one of the same engine where it has one. */
function another(world: Pick<World, 'providers' | 'clock'>, { provider }: ChosenModel): string {
  const nowMs = world.clock.nowMs();
  for (const { id, label, models } of [provider, ...world.providers]) {
    const taker = models.find((one) => one.role === 'video' && one.input?.lastFrame && !isRetired(one, nowMs));
    if (taker) return `name a model that takes one, such as ${taker.id} of ${label} (provider ${id})`;
  }
  return 'add an engine that takes one: none of those here does';
}
