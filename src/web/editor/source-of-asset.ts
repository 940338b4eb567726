import type { Asset } from '#contract/asset.ts';
import type { EditSource } from '#contract/edit.ts';
import type { Fps } from '#contract/fps.ts';
import type { MediaRef } from '#contract/timeline.ts';

/** Where an asset is read, as the edit would say it once it is saved; null for a font. */
export function sourceOfAsset(asset: Asset, { num, den }: Fps): EditSource | null {
  const { type, url, sha256, name, duration } = asset;
  if (type === 'font') return null;
  const [address = url] = url.split('?');
  const derived = (kind: string): string => `${address}/${kind}`;
  const hasAudio = type !== 'image';
  return {
    sha256,
    kind: type,
    name,
    url: address,
    proxyUrl: type === 'video' ? derived('proxy') : null,
    posterUrl: type === 'audio' ? null : derived('poster'),
    filmstripUrl: type === 'video' ? derived('filmstrip') : null,
    peaksUrl: hasAudio ? derived('peaks') : null,
    width: asset.width ?? null,
    height: asset.height ?? null,
    fps: null,
    frames: type === 'image' || duration === undefined ? null : Math.floor((duration * num) / den + 1e-6),
    durationS: duration ?? null,
    hasAudio,
    isMissing: false,
  };
}

/** The bytes of an asset, as the timeline names them; null for a font. */
export function mediaOfAsset({ id, type, sha256 }: Asset): MediaRef | null {
  return type === 'font' ? null : { sha256, kind: type, assetId: id };
}
