import type { ReactNode } from 'react';
import type { Asset } from '#contract/asset.ts';
import { formatBytes, formatList } from '../app/format.ts';
import type { AssetUpload } from '../app/uploads.ts';
import { useStrings } from '../strings/catalogue.ts';
import { DescribeButton } from './describe-button.tsx';
import { assetTypes, countTypes, wantsDescription } from './sort-assets.ts';

interface AssetsHeaderProps {
  readonly projectId: string;
  readonly assets: readonly Asset[];
  readonly uploads: readonly AssetUpload[];
  /** What is done here first of all. */
  readonly children: ReactNode;
}

/** What is true of the files now: how many there are, what arrives, which the script does not know yet. */
export function AssetsHeader({ projectId, assets, uploads, children }: AssetsHeaderProps) {
  const t = useStrings('assets');
  const counts = countTypes(assets);
  const kinds = assetTypes.flatMap((type) => (counts[type] > 0 ? [t.counted[type](counts[type])] : []));
  const unknown = assets.filter(wantsDescription);
  const coming = uploads.filter(({ state }) => state !== 'done' && state !== 'failed').length;
  const refused = uploads.filter(({ state }) => state === 'failed').length;
  const size = formatBytes(assets.reduce((sum, asset) => sum + asset.size, 0));
  const title =
    coming > 0
      ? t.titleUploading(coming)
      : refused > 0
        ? t.titleRefused(refused)
        : assets.length > 0
          ? t.titleCount(assets.length, size)
          : t.title;
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-60 flex-1">
        <h1 tabIndex={-1} className="text-23">
          {title}
        </h1>
        {assets.length > 0 && (
          <p className="mt-1 text-13 text-ink2">
            {formatList(kinds)}.{unknown.length > 0 && ` ${t.undescribed(unknown.length)}`}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {unknown.length > 0 && (
          <DescribeButton projectId={projectId} assets={unknown} label={t.describeAll(unknown.length)} />
        )}
        {children}
      </div>
    </header>
  );
}
