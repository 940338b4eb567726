import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';
import { analysisOfReference } from './analysis-of-reference.ts';

/**
 * Starts to look at the reference video of a work, in place of what was found before; where the same is under way, that
 * is the one.
 *
 * @throws Problem `work_has_no_reference`, and those of choosing a model
 */
export async function analyzeWork(
  world: World,
  actor: Actor,
  work: WorkRow,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const request = await analysisOfReference(world, work);
  const chosen = await chooseFor(world, actor, 'vision', choice);
  const inputsHash = hashOf(['vision', { ...request, seed: null }]); // as in film-steps.ts, whose job it may join
  const wanted = { role: 'vision', chosen, workId: work.id, sceneId: null, request, inputsHash } as const;
  return requestGeneration(world, actor, wanted, { join: true });
}
