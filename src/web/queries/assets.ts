import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Asset } from '#contract/asset.ts';
import type { Peaks } from '#contract/derived.ts';
import { etagOf } from '#contract/client.ts';
import { client, rememberVersion } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { keys } from './keys.ts';
import type { ReaderHeaders } from './reader-choice.ts';

/** Every file of a project. */
export const assetsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.assets(projectId),
    queryFn: ({ signal }) => client.listAssets({ projectId }, { signal }),
  });

/** How many files a project has, without all of them; goes stale with them. */
export const assetCountQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...keys.assets(projectId), 'count'],
    queryFn: async ({ signal }) => (await client.listAssets({ projectId, limit: 1 }, { signal })).count,
  });

/** In which briefs, edits and templates the files of a project are used; goes stale with the files. */
export const assetUsesQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...keys.assets(projectId), 'uses'],
    queryFn: ({ signal }) => client.listAssetUses({ projectId }, { signal }),
  });

/** What having files described would cost; nothing is started by asking. */
export const describeEstimateQuery = (projectId: string, assetIds: readonly string[], reader: ReaderHeaders) =>
  queryOptions({
    queryKey: [...keys.assets(projectId), 'estimate', assetIds, reader],
    queryFn: ({ signal }) => client.estimateReading({ projectId, assetIds: [...assetIds], ...reader }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

/** How loud a sound is over its length. */
export const peaksQuery = ({ projectId, id }: Pick<Asset, 'projectId' | 'id'>) =>
  queryOptions({
    queryKey: ['peaks', id],
    queryFn: ({ signal }) => client.getAssetPeaks({ projectId, assetId: id }, { signal }) as Promise<Peaks>,
    staleTime: Infinity, // a file never changes
  });

/** Where an asset is written; its version is remembered under this. */
export const assetPath = ({ projectId, id }: Pick<Asset, 'projectId' | 'id'>): string =>
  `/projects/${projectId}/assets/${id}`;

/** Reads one file of a project again, with its version, and lays it into the list. */
export async function refreshAsset({ projectId, id }: Pick<Asset, 'projectId' | 'id'>): Promise<Asset> {
  const asset = await client.getAssetMeta({ projectId, assetId: id });
  const version = etagOf(asset);
  if (version) rememberVersion(assetPath(asset), version);
  layIntoList(asset);
  return asset;
}

/** Shows in the list what has become of a file. */
export function layIntoList(asset: Asset): void {
  queryClient.setQueryData(
    assetsQuery(asset.projectId).queryKey,
    (known) => known && { ...known, assets: known.assets.map((one) => (one.id === asset.id ? asset : one)) },
  );
}
