import { Check, FileText } from 'lucide-react';
import { memo } from 'react';
import type { Asset } from '#contract/asset.ts';
import { formatBytes, formatTimecode } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { AssetThumb } from './asset-thumb.tsx';

interface AssetCardProps {
  readonly asset: Asset;
  /** Among those that something is to be done with. */
  readonly isChosen: boolean;
  /** The one that is shown at the side. */
  readonly isOpen: boolean;
  /** The one that the Tab key leads to. */
  readonly isActive: boolean;
  readonly isBeingDescribed: boolean;
}

/** A file in the grid: what it looks like, what it is called, what it is. Keys and presses are the grid's. */
export const AssetCard = memo(function AssetCard(props: AssetCardProps) {
  const { asset, isChosen, isOpen, isActive, isBeingDescribed } = props;
  const t = useStrings('assets');
  const facts = factsOf(asset);
  const described = asset.description ? t.described : t.notDescribed;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot show pictures
      role="option"
      aria-selected={isChosen}
      aria-current={isOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      data-asset={asset.id}
      className={classes(
        'group relative flex min-w-0 cursor-pointer flex-col gap-2 rounded-10 bg-panel p-2 select-none',
        'scroll-m-16 [content-visibility:auto] [contain-intrinsic-size:auto_14rem]',
        'hover:bg-raise',
        isOpen && 'bg-raise inset-ring inset-ring-line2',
        isChosen && 'ring-2 ring-ink',
      )}
    >
      <span className="relative block aspect-square overflow-hidden rounded-6 bg-well">
        <AssetThumb asset={asset} fit="contain" />
        <span
          data-choose=""
          aria-hidden="true"
          className="absolute end-0 top-0 flex size-11 items-start justify-end p-1.5 opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 group-aria-selected:opacity-100 touch:opacity-100"
        >
          <span
            className={classes(
              'flex size-6 items-center justify-center rounded-full',
              isChosen ? 'bg-ink text-room' : 'border border-white bg-black/30 text-transparent',
            )}
          >
            <Glyph icon={Check} className="[&>svg]:size-3.5 [&>svg]:stroke-3" />
          </span>
        </span>
        {asset.duration !== undefined && (
          <span className="absolute end-1.5 bottom-1.5 rounded-4 bg-black/70 px-1 font-mono text-11 text-white">
            {formatTimecode(asset.duration)}
          </span>
        )}
      </span>
      <span className="flex min-w-0 flex-col px-0.5 pb-0.5">
        <span className="truncate text-13 font-semibold">
          {asset.name}
          <span className="sr-only">, {t.kinds[asset.type]}, </span>
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-12 text-ink3">
          <span className="min-w-0 truncate">{facts}</span>
          <span className="sr-only">, {described}</span>
          {isBeingDescribed ? (
            <Spinner className="ms-auto text-work-text" />
          ) : (
            asset.description && <Glyph icon={FileText} className="ms-auto [&>svg]:size-3.5" />
          )}
        </span>
      </span>
    </div>
  );
});

function factsOf({ width, height, size }: Asset): string {
  return width !== undefined && height !== undefined ? `${width} × ${height}` : formatBytes(size);
}
