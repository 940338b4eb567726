import { z } from 'zod';
import { AssetDescription, DescribedAsset } from '#contract/asset.ts';
import type { assetsOperations } from '#contract/operations/assets.ts';
import { deleteAsset } from '#studio/assets/delete-asset.ts';
import { describeAsset } from '#studio/assets/describe-asset.ts';
import { describeAssets } from '#studio/assets/describe-assets.ts';
import { findAsset } from '#studio/assets/find-asset.ts';
import { listAssetUses } from '#studio/assets/list-asset-uses.ts';
import { listAssets } from '#studio/assets/list-assets.ts';
import { openAsset } from '#studio/assets/open-asset.ts';
import { readAsset } from '#studio/assets/read-asset.ts';
import { updateAsset } from '#studio/assets/update-asset.ts';
import { uploadAsset } from '#studio/assets/upload-asset.ts';
import { chooseFor } from '#studio/generation/choose-for.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What the job of many descriptions leaves. */
const Descriptions = z.object({ results: z.array(DescribedAsset) });

/** A project's own files. */
export const assetsHandlers: Handlers<typeof assetsOperations> = {
  listAssets: async (world, _, input, call) => {
    const { items, count, sizeBytes, nextCursor } = await listAssets(world, input);
    call.nextCursor(nextCursor);
    return { assets: items, totalSize: sizeBytes, count };
  },
  listAssetUses: async (world, _, { projectId }) => [...(await listAssetUses(world, projectId))],
  uploadAsset: async (world, actor, input, call) => {
    const row = await uploadAsset(world, actor, input);
    call.revision(row.revision);
    return readAsset(world, row);
  },
  getAssetMeta: async (world, actor, input, call) => {
    const row = await findAsset(world, actor, input);
    call.revision(row.revision);
    return readAsset(world, row);
  },
  getAsset: async (world, actor, input) => openAsset(world, await findAsset(world, actor, input)),
  updateAsset: async (world, actor, input, call) => {
    const row = await updateAsset(world, actor, input, call);
    call.revision(row.revision);
    return readAsset(world, row);
  },
  deleteAsset: (world, actor, input, call) => deleteAsset(world, actor, input, call),
  describeAsset: {
    start: async (world, actor, input) => {
      const asset = await findAsset(world, actor, input);
      return describeAsset(world, actor, asset, await chooseFor(world, actor, 'vision', modelChoices(input).vision));
    },
    finish: (_world, _actor, _input, job) => AssetDescription.parse(job?.result),
  },
  describeAssets: {
    start: (world, actor, input) => describeAssets(world, actor, input, modelChoices(input).vision),
    finish: (_world, _actor, _input, job) => Descriptions.parse(job?.result),
  },
};
