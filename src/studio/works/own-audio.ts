import type { WorkRow } from '#store/works.ts';

/** What an `audioUrl` names: the sound of the work (null while it has none), or an asset of its project. */
export type OwnAudio =
  | { readonly kind: 'work'; readonly url: string; readonly sha256: string | null }
  | { readonly kind: 'asset'; readonly url: string; readonly assetId: string };

const ASSET = /^(asset_[0-9a-z]{1,40})$/;

/**
 * The sound a URL names, with or without our origin before it; null for every other URL.
 *
 * `url` is the address without origin and query, because a query may carry a credential that is not to be stored.
 */
export function ownAudio(work: Pick<WorkRow, 'id' | 'projectId' | 'audioSha256'>, given: string): OwnAudio | null {
  const parsed = URL.parse(given, 'http://here.invalid');
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const url = parsed.pathname;
  if (url === audioUrlOf(work)) return { kind: 'work', url, sha256: work.audioSha256 };
  const assets = `/api/projects/${work.projectId}/assets/`;
  const [, assetId] = (url.startsWith(assets) && ASSET.exec(url.slice(assets.length))) || [];
  return assetId === undefined ? null : { kind: 'asset', url, assetId };
}

/** Where the sound of a work is read. */
export function audioUrlOf(work: Pick<WorkRow, 'id' | 'projectId'>): string {
  return `/api/projects/${work.projectId}/works/${work.id}/media/audio`;
}
