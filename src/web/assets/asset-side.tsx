import { X } from 'lucide-react';
import { Suspense, useEffect, useEffectEvent } from 'react';
import type { Asset } from '#contract/asset.ts';
import { useStrings } from '../strings/catalogue.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { AssetPanel } from './asset-panel.tsx';

interface AssetSideProps {
  readonly asset: Asset | undefined;
  readonly isWide: boolean;
  readonly onClose: () => void;
  readonly onTrash: () => void;
}

/** One file beside the others where there is room for it, else over them. */
export function AssetSide({ asset, isWide, onClose, onTrash }: AssetSideProps) {
  const t = useStrings('assets');
  const closeByKey = useEffectEvent(({ key, defaultPrevented }: KeyboardEvent) => {
    const isBehind = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (key === 'Escape' && !defaultPrevented && !isBehind && asset) onClose();
  });
  useEffect(() => {
    if (!isWide) return undefined;
    addEventListener('keydown', closeByKey);
    return () => removeEventListener('keydown', closeByKey);
  }, [isWide]);
  if (!isWide) {
    return (
      <Sheet open={asset !== undefined} onOpenChange={(open) => !open && onClose()} title={asset?.name ?? ''}>
        {asset && <AssetPanel asset={asset} onTrash={onTrash} />}
      </Sheet>
    );
  }
  if (!asset) return null;
  return (
    <aside
      aria-label={t.details}
      className="scroll-quiet sticky top-12 h-[calc(100dvh-3rem)] w-96 shrink-0 overflow-y-auto border-s border-line bg-panel"
    >
      <div className="sticky top-0 z-1 flex min-h-12 items-center gap-3 border-b border-line bg-panel px-4">
        <h2 className="min-w-0 grow truncate text-13 font-semibold">{asset.name}</h2>
        <IconButton size="sm" icon={X} label={t.closeDetails} onClick={onClose} />
      </div>
      <div className="p-4">
        <Suspense>
          <AssetPanel asset={asset} onTrash={onTrash} />
        </Suspense>
      </div>
    </aside>
  );
}
