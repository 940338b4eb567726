import type { Work, WorkFields } from '#contract/work.ts';
import { defaultResolution } from '#domain/resolution.ts';
import { insertWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { checkChosenAssets } from './check-chosen-assets.ts';
import { checkDirectAssets } from './check-direct-assets.ts';
import { workOf } from './work-of.ts';

const LONGEST_NAME = 200;

/**
 * Creates a work from a brief; prompts it does not have are the project's.
 *
 * @throws Problem `invalid_input` for an asset that is not the project's, or is no picture in direct mode
 */
export async function createWork(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  projectId: string,
  fields: WorkFields,
): Promise<Work> {
  const { width, height } = fields.resolution ?? defaultResolution;
  const selectedAssetIds = fields.selectedAssetIds ?? [];
  await checkChosenAssets(world.database.kysely, projectId, selectedAssetIds);
  const assetUsageMode = fields.assetUsageMode ?? null;
  await checkDirectAssets(world.database.kysely, { selectedAssetIds, assetUsageMode });
  const row = await insertWork(world.database.kysely, {
    id: newId(world, 'work'),
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    projectId,
    name: fields.name ?? nameFrom(fields.productName ?? '') ?? 'New video',
    mode: fields.mode ?? null,
    productName: fields.productName ?? null,
    productDescription: fields.productDescription ?? null,
    targetAudience: fields.targetAudience ?? null,
    language: fields.language ?? null,
    videoDurationS: fields.videoDuration ?? null,
    sceneCount: fields.sceneCount ?? null,
    selectedAssetIds,
    assetUsageMode,
    styleGuide: fields.styleGuide ?? null,
    systemPrompt: fields.systemPrompt ?? null,
    analyzerPrompt: fields.analyzerPrompt ?? null,
    imageSystemPrompt: fields.imageSystemPrompt ?? null,
    videoSystemPrompt: fields.videoSystemPrompt ?? null,
    width,
    height,
  });
  return workOf(world, row);
}

/** A name as long as names may be; not cut within a letter. */
function nameFrom(productName: string): string | null {
  const name = productName
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return name === '' ? null : name;
}
