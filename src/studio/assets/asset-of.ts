import type { Asset } from '#contract/asset.ts';
import type { AssetRow } from '#store/assets.ts';

/** What is known of the file itself, whatever it holds. */
export interface AssetFile {
  readonly mime: string;
  readonly sizeBytes: number;
}

/** A stored asset as clients see it. */
export function assetOf(row: AssetRow, file: AssetFile): Asset {
  const { facts } = row;
  const url = `/api/projects/${row.projectId}/assets/${row.id}`;
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    type: row.type,
    filename: row.filename,
    mimeType: file.mime,
    size: file.sizeBytes,
    sha256: row.sha256,
    ...(facts === null || facts.width === null ? {} : { width: facts.width }),
    ...(facts === null || facts.height === null ? {} : { height: facts.height }),
    ...(facts === null || facts.durationS === null ? {} : { duration: facts.durationS }),
    ...(row.tags.length === 0 ? {} : { tags: [...row.tags] }),
    ...(row.type === 'image' || row.type === 'video' ? { thumbnail: `${url}/poster` } : {}),
    ...(row.description === null ? {} : { description: row.description }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    url,
  };
}
