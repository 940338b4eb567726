import type { Asset } from '#contract/asset.ts';
import { AssetThumb } from './asset-thumb.tsx';
import { FontSample } from './font-sample.tsx';
import { SoundPeaks } from './sound-peaks.tsx';

/** A file as large as its place allows: to be looked at, played, or read. */
export function AssetPreview({ asset }: { readonly asset: Asset }) {
  const { type, url, name, thumbnail } = asset;
  switch (type) {
    case 'image':
      return (
        <a href={url} target="_blank" rel="noreferrer" className="block rounded-6">
          <img
            src={url}
            alt={asset.description ?? name}
            width={asset.width}
            height={asset.height}
            decoding="async"
            className="h-auto max-h-90 w-full rounded-6 bg-well object-contain"
          />
        </a>
      );
    case 'video':
      return (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- a video of the user's own brings none
        <video
          src={url}
          poster={thumbnail}
          controls
          preload="metadata"
          aria-label={name}
          className="max-h-90 w-full rounded-6 bg-film"
        >
          <AssetThumb asset={asset} fit="contain" />
        </video>
      );
    case 'audio':
      return <SoundPeaks asset={asset} />;
    case 'font':
      return <FontSample asset={asset} />;
    default:
      return type satisfies never;
  }
}
