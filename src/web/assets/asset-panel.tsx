import { useSuspenseQuery } from '@tanstack/react-query';
import { Download, Trash2 } from 'lucide-react';
import type { Asset } from '#contract/asset.ts';
import { assetUsesQuery } from '../queries/assets.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { buttonLooks } from '../ui/button-looks.ts';
import { Glyph } from '../ui/glyph.tsx';
import { AssetFacts } from './asset-facts.tsx';
import { AssetFields } from './asset-fields.tsx';
import { AssetPreview } from './asset-preview.tsx';
import { AssetUsers } from './asset-users.tsx';

interface AssetPanelProps {
  readonly asset: Asset;
  readonly onTrash: () => void;
}

/** One file: what it is, what is said of it, who uses it, and what can be done with it. */
export function AssetPanel({ asset, onTrash }: AssetPanelProps) {
  const t = useStrings('assets');
  const { data: uses } = useSuspenseQuery(assetUsesQuery(asset.projectId));
  return (
    <div className="flex flex-col gap-5">
      <AssetPreview key={asset.id} asset={asset} />
      <AssetFields key={`${asset.id} fields`} asset={asset} />
      <AssetUsers projectId={asset.projectId} uses={uses.filter(({ assetId }) => assetId === asset.id)} />
      <AssetFacts asset={asset} />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <a href={asset.url} download={asset.filename} className={buttonLooks({ variant: 'outline' })}>
          <Glyph icon={Download} />
          {t.download}
        </a>
        <Button variant="quiet" icon={Trash2} onClick={onTrash}>
          {t.toTrash}
        </Button>
      </div>
    </div>
  );
}
