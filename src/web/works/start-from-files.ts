import type { Asset } from '#contract/asset.ts';
import { client } from '../app/api.ts';
import { uploadWithProgress } from '../app/upload.ts';
import { startChanges } from '../steps/init/start-from.ts';

/** What a work can be started from: one video to learn from, or pictures that become its scenes. */
export type StartFiles =
  | { readonly kind: 'reference'; readonly video: File }
  | { readonly kind: 'pictures'; readonly pictures: readonly File[] };

/** What of some files starts a work; null where there is neither a video nor a picture among them. */
export function startFilesOf(files: readonly File[]): StartFiles | null {
  const video = files.find(({ type }) => type.startsWith('video/'));
  if (video) return { kind: 'reference', video };
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  return pictures.length > 0 ? { kind: 'pictures', pictures } : null;
}

interface StartOptions {
  readonly signal: AbortSignal;
  /** The file under way, and the share of all of them that is there, 0 to 1. */
  readonly onProgress: (name: string, share: number) => void;
}

/** Makes a work of files: nothing is made before the files are there, but what a video is the reference of. */
export async function startFromFiles(
  projectId: string,
  files: StartFiles,
  { signal, onProgress }: StartOptions,
): Promise<{ readonly workId: string }> {
  if (files.kind === 'reference') {
    const { name } = files.video;
    onProgress(name, 0);
    const { id: workId } = await client.createWork({ projectId, name: titleOf(name), ...startChanges.reference });
    try {
      const path = `/projects/${projectId}/works/${workId}/media/reference`;
      await uploadWithProgress(path, 'video', files.video, { signal, onProgress: (share) => onProgress(name, share) });
    } catch (error) {
      await client.deleteWork({ projectId, workId }).catch(() => {}); // nobody asked for a work without its video
      throw error;
    }
    return { workId };
  }
  const selectedAssetIds: string[] = [];
  for (const [place, picture] of files.pictures.entries()) {
    const asset = await uploadWithProgress<Asset>(`/projects/${projectId}/assets`, 'file', picture, {
      signal,
      onProgress: (share) => onProgress(picture.name, (place + share) / files.pictures.length),
    });
    selectedAssetIds.push(asset.id);
  }
  const work = await client.createWork({ projectId, ...startChanges.pictures, selectedAssetIds });
  return { workId: work.id };
}

/** A file's name without its ending. */
const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '') || name;
