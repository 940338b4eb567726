import { useState } from 'react';
import type { Asset } from '#contract/asset.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { assetIcons } from './asset-kinds.ts';

interface AssetThumbProps {
  readonly asset: Pick<Asset, 'type' | 'thumbnail'>;
  /** The whole of it in its place, or its place full of it. */
  readonly fit: 'contain' | 'cover';
}

/** What a file looks like, small; its kind where it looks like nothing. */
export function AssetThumb({ asset: { type, thumbnail }, fit }: AssetThumbProps) {
  const [isBroken, setIsBroken] = useState(false);
  if (thumbnail === undefined || isBroken) {
    return (
      <span className="flex size-full items-center justify-center text-ink3">
        <Glyph icon={assetIcons[type]} className="[&>svg]:size-8 [&>svg]:stroke-1" />
      </span>
    );
  }
  return (
    <img
      src={thumbnail}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsBroken(true)}
      className={classes('size-full', fit === 'cover' ? 'object-cover' : 'object-contain')}
    />
  );
}
