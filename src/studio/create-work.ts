import type { Work, WorkFields } from '#contract/work.ts';
import { defaultResolution } from '#domain/resolution.ts';
import { insertWork } from '#store/works.ts';
import type { Actor } from './actor.ts';
import { newId } from './new-id.ts';
import { workOf } from './work-of.ts';
import type { World } from './world.ts';

/** Creates a work from a brief; prompts it does not have are the project's. */
export async function createWork(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  projectId: string,
  fields: WorkFields,
): Promise<Work> {
  const { width, height } = fields.resolution ?? defaultResolution;
  const row = await insertWork(world.database.kysely, {
    id: newId(world, 'work'),
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    projectId,
    name: fields.name ?? fields.productName ?? 'New video',
    mode: fields.mode ?? null,
    productName: fields.productName ?? null,
    productDescription: fields.productDescription ?? null,
    targetAudience: fields.targetAudience ?? null,
    language: fields.language ?? null,
    videoDurationS: fields.videoDuration ?? null,
    sceneCount: fields.sceneCount ?? null,
    selectedAssetIds: fields.selectedAssetIds ?? [],
    assetUsageMode: fields.assetUsageMode ?? null,
    styleGuide: fields.styleGuide ?? null,
    width,
    height,
  });
  return workOf(world, row);
}
