import { Check } from 'lucide-react';
import type { Asset } from '#contract/asset.ts';
import { formatTimecode } from '../app/format.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { AssetThumb } from './asset-thumb.tsx';

interface AssetTileProps {
  readonly asset: Asset;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly onToggle: () => void;
}

/** A file that can be chosen among others, by its looks. */
export function AssetTile({ asset, isChosen, isDisabled, onToggle }: AssetTileProps) {
  return (
    <label
      className={classes(
        'group relative block aspect-square cursor-pointer overflow-hidden rounded-6 bg-well',
        'has-checked:ring-2 has-checked:ring-ink has-checked:ring-offset-2 has-checked:ring-offset-room',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-ink',
        'has-disabled:cursor-default has-disabled:opacity-45',
      )}
    >
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isDisabled}
        onChange={onToggle}
        aria-label={asset.name}
        className="absolute inset-0 z-1 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      <AssetThumb asset={asset} fit="cover" />
      <span className="absolute inset-x-0 bottom-0 truncate bg-black/70 px-1.5 py-1 text-11 text-white opacity-0 group-hover:opacity-100 group-has-focus-visible:opacity-100">
        {asset.name}
      </span>
      {asset.duration !== undefined && (
        <span className="absolute start-1.5 top-1.5 rounded-4 bg-black/70 px-1 font-mono text-11 text-white">
          {formatTimecode(asset.duration)}
        </span>
      )}
      <span className="invisible absolute end-1.5 top-1.5 flex size-6 items-center justify-center rounded-full bg-black text-white group-has-checked:visible">
        <Glyph icon={Check} className="[&>svg]:size-3.5 [&>svg]:stroke-3" />
      </span>
    </label>
  );
}
