import type { CostEstimate, ReadingRequest } from '#contract/cost.ts';
import { listAssets, type AssetRow } from '#store/assets.ts';
import type { Actor } from '../actor.ts';
import { DESCRIPTION_PROMPT } from '../assets/describe-asset.ts';
import type { ModelChoices } from '../generation/choose-model.ts';
import { findProject } from '../projects/find-project.ts';
import type { World } from '../world.ts';
import { estimateItems, type AskedItem } from './estimate-items.ts';

/**
 * What it would cost to have assets described, or a style guide found in a text; nothing is started or held.
 *
 * Assets that nobody can look at, such as fonts, cost nothing and are left out.
 *
 * @throws Problem `not_found`, those of choosing a model
 */
export async function estimateReading(
  world: Pick<World, 'database' | 'files' | 'providers' | 'clock'>,
  actor: Actor,
  { projectId, assetIds = [], textBytes }: ReadingRequest,
  choices: ModelChoices,
): Promise<CostEstimate> {
  await findProject(world, actor, projectId);
  const ids = [...new Set(assetIds)];
  const assets = ids.length === 0 ? [] : await listAssets(world.database.kysely, { projectId, ids });
  const words: readonly AskedItem[] =
    textBytes === undefined ? [] : [{ sceneIndex: null, request: { role: 'llm', textBytes, pictureCount: 0 } }];
  const asked = [...words, ...assets.filter(({ type }) => type !== 'font').map(askedDescription)];
  return estimateItems(world, actor, { asked, says: [] }, { choices, projectId, workId: null, variants: 1 });
}

function askedDescription({ type, facts }: AssetRow): AskedItem {
  const asked = { role: 'vision', textBytes: Buffer.byteLength(DESCRIPTION_PROMPT) } as const;
  return type === 'image'
    ? { sceneIndex: null, request: { ...asked, pictureCount: 1 } }
    : { sceneIndex: null, request: { ...asked, pictureCount: 0, watchedS: facts?.durationS ?? null } };
}
