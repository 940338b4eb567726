import type { CostEstimate, EstimateRequest } from '#contract/cost.ts';
import { listOpenGenerations } from '#store/generations.ts';
import type { Actor } from '../actor.ts';
import { scenarioRequest } from '../film/film-steps.ts';
import type { ModelChoices } from '../generation/choose-model.ts';
import { proposalRequest } from '../proposals/propose-scenario.ts';
import { readFilm, type Film } from '../scenes/read-film.ts';
import { analysisOfReference } from '../works/analysis-of-reference.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { pricedRequest } from './estimate-generation.ts';
import { estimateItems, type AskedItem } from './estimate-items.ts';
import { outlineOfWork } from './outline-of-work.ts';
import { pricedTake } from './priced-take.ts';
import { wantedByAction, type WantedTake } from './wanted-by-action.ts';

/**
 * What an action on a work would cost, and whether the budgets have room for it; nothing is started or held.
 *
 * Of a work without scenes: its scenario, and as many scenes as it is to have.
 *
 * @throws Problem `not_found`, `work_has_no_scenes`, `work_has_no_reference`, those of choosing a model
 */
export async function estimateAction(
  world: Pick<World, 'database' | 'files' | 'providers' | 'clock'>,
  actor: Actor,
  request: EstimateRequest,
  choices: ModelChoices,
): Promise<CostEstimate> {
  await findWork(world, actor, request);
  const film = await readFilm(world, request.workId);
  const isEmpty = request.action === 'work' && film.scenes.length === 0;
  const outline = isEmpty ? await outlineOfWork(world, film) : { asked: [], says: [] };
  const takes = isEmpty ? [] : await wantedByAction(world, actor, film, request);
  const words = await wordsToAsk(world, film, request);
  const asked: readonly AskedItem[] = [
    ...words,
    ...outline.asked,
    ...takes.map((take) => askedTake(request.action, take)),
  ];

  const { projectId, workId, variants } = request;
  const says = [...outline.says, ...(await openDoubts(world, takes))];
  return estimateItems(world, actor, { asked, says }, { choices, projectId, workId, variants });
}

/** What is in doubt already of what would be asked for again: that may be paid a second time. */
async function openDoubts(world: Pick<World, 'database'>, takes: readonly WantedTake[]): Promise<readonly string[]> {
  const [one, ...others] = takes;
  if (!one || others.some(({ film }) => film.scene.id !== one.film.scene.id)) return []; // bulk leaves them out
  const open = await listOpenGenerations(world.database.kysely, one.film.scene.id);
  const isOpen = takes.some(({ role }) =>
    open.some(({ role: asked, state }) => asked === role && state === 'uncertain'),
  );
  return isOpen
    ? ['It is not known whether the last request for this scene was taken: settle that first, or both may be paid.']
    : [];
}

/** What a model of words would be asked, where that is the action. */
async function wordsToAsk(
  world: Pick<World, 'database'>,
  { work }: Film,
  { action, sceneIndex }: EstimateRequest,
): Promise<readonly AskedItem[]> {
  const db = world.database.kysely;
  switch (action) {
    case 'analysis':
      return [{ sceneIndex: null, request: await pricedRequest(db, 'vision', await analysisOfReference(world, work)) }];
    case 'script':
      return [{ sceneIndex: null, request: await pricedRequest(db, 'llm', await scenarioRequest(world, work, 0)) }];
    case 'proposal': {
      const asked = await proposalRequest(world, work, { sceneIndex });
      return [{ sceneIndex: sceneIndex ?? null, request: await pricedRequest(db, 'llm', asked) }];
    }
    default:
      return [];
  }
}

/** Of a whole scene, the clip is made of a picture that is not there yet. */
function askedTake(action: EstimateRequest['action'], take: WantedTake): AskedItem {
  const { film, role } = take;
  const isOne = action === 'clip' || ((action === 'picture' || action === 'scene') && role === 'image');
  const item = { sceneIndex: film.sceneIndex, request: pricedTake(film, role) };
  return isOne ? { ...item, mayReuse: take } : item;
}
