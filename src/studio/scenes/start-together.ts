import { Problem } from '#contract/problems.ts';
import { lockScene, unpinTake } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { checkBudgets } from '../costs/check-budgets.ts';
import { payableTake } from '../costs/payable-take.ts';
import type { World } from '../world.ts';
import { startVariantsIn, type WantedTakesOfScene } from './start-variants.ts';

/**
 * Starts pictures or clips of many scenes of a work in one commit: all of them, or none where they do not fit into a
 * budget together. Half of a film is no use to anybody, and the money for it is gone.
 *
 * @throws Problem `budget_exceeded` with what they come to together; `price_unknown`
 */
export async function startTogether(
  world: World,
  actor: Actor,
  wanted: readonly WantedTakesOfScene[],
): Promise<{ readonly jobId: string }[]> {
  return world.database.transaction(async (trx) => {
    // Scenes before budgets, as everywhere, and in one order: so nobody waits in a circle.
    for (const id of wanted.map(({ film }) => film.scene.id).toSorted()) {
      if (!(await lockScene(trx, id))) throw new Problem('not_found', { what: 'such scene' });
    }
    await checkBudgets(
      trx,
      actor,
      wanted.map((one) => payableTake(world, one)),
    );
    const started: { readonly jobId: string }[] = [];
    for (const one of wanted) {
      const { id, imagePinned, videoPinned } = one.film.scene;
      // Picked by hand, and its file is lost: what takes its place is to be seen, or it would be made again and again.
      if (one.role === 'image' ? imagePinned : videoPinned) await unpinTake(trx, id, one.role);
      started.push(await startVariantsIn(trx, world, actor, one, {}));
    }
    return started;
  });
}
