import { useSyncExternalStore } from 'react';
import type { Asset } from '#contract/asset.ts';
import { keys } from '../queries/keys.ts';
import { queryClient } from './query-client.ts';
import { uploadWithProgress } from './upload.ts';
import { type Upload, UploadQueue } from './upload-queue.ts';

/** A file on its way into a project. */
export type AssetUpload = Upload<File, Asset>;

/** Files on their way into projects; they go on while other screens are open. */
export const assetUploads = new UploadQueue<File, Asset>(
  ({ target, file }, options) => uploadWithProgress<Asset>(`/projects/${target}/assets`, 'file', file, options),
  ({ target }) => void queryClient.invalidateQueries({ queryKey: keys.assets(target) }),
);

/** The files on their way into a project, and those that were refused. */
export function useAssetUploads(projectId: string): readonly AssetUpload[] {
  const uploads = useSyncExternalStore(assetUploads.subscribe, assetUploads.snapshot);
  return uploads.filter(({ target }) => target === projectId);
}

addEventListener('beforeunload', (event) => {
  if (assetUploads.isBusy()) event.preventDefault(); // the browser asks whether to leave
});
