import { Problem } from '#contract/problems.ts';
import type { ProposalRequest } from '#contract/proposal.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { scenarioRequest } from '../film/film-steps.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { StoredProposalRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import { scenarioSceneOf } from '../works/work-of.ts';
import type { World } from '../world.ts';
import { openProposals } from './open-proposals.ts';

const MOST_REFUSED = 3; // told to a model, which pays for each by the token

/**
 * Starts to write one scene of a work anew, or all; where the same is under way, that is the one. Nothing is saved.
 *
 * @throws Problem `work_has_no_scenes`, `not_found` where there is no scene at that place, those of choosing a model
 */
export async function proposeScenario(
  world: World,
  actor: Actor,
  work: WorkRow,
  asked: ProposalRequest,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'llm', choice);
  const request = await proposalRequest(world, work, asked);
  const inputsHash = hashOf(['proposal', request]);
  const wanted = { role: 'llm', chosen, workId: work.id, sceneId: null, request, inputsHash } as const;
  return requestGeneration(world, actor, wanted, { join: true });
}

/** What a proposal is written from. */
export async function proposalRequest(
  world: Pick<World, 'database'>,
  work: WorkRow,
  { sceneIndex, ask, attempt }: ProposalRequest,
): Promise<StoredProposalRequest> {
  const rows = await listScenes(world.database.kysely, work.id);
  if (rows.length === 0) throw new Problem('work_has_no_scenes');
  const place = sceneIndex ?? null;
  const scene = place === null ? null : rows[place];
  if (scene === undefined) throw new Problem('not_found', { what: `scene at index ${place}` });
  const waiting = (await openProposals(world, work)).filter((one) => one.sceneId === (scene?.id ?? null));
  const refused = waiting.flatMap((one) => one.scenes).slice(0, MOST_REFUSED * (scene === null ? rows.length : 1));
  return {
    ask: 'proposal',
    wish: ask ?? '',
    attempt: attempt ?? 1,
    sceneIndex: place,
    sceneId: scene?.id ?? null,
    scenes: rows.map(scenarioSceneOf),
    refused,
    brief: await scenarioRequest(world, work, 0),
  };
}
