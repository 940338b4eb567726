import type { Asset, AssetType } from '#contract/asset.ts';
import { useStrings } from '../strings/catalogue.ts';
import { SearchField } from '../ui/search-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { assetsRoute } from './assets-route.ts';
import { assetTypes, countTypes } from './sort-assets.ts';

interface AssetsFilterProps {
  readonly assets: readonly Asset[];
  readonly type: AssetType | undefined;
  readonly q: string | undefined;
}

/** Which files are shown: of a kind, with words; both are in the address. */
export function AssetsFilter({ assets, type, q = '' }: AssetsFilterProps) {
  const t = useStrings('assets');
  const navigate = assetsRoute.useNavigate();
  const counts = countTypes(assets);
  const kinds = assetTypes.filter((kind) => counts[kind] > 0 || kind === type);
  const show = (search: { readonly type?: AssetType | undefined; readonly q?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchField
        label={t.search}
        placeholder={t.search}
        value={q}
        onValueChange={(next) => show({ q: next === '' ? undefined : next })}
        className="w-full sm:w-72"
      />
      <Segmented
        label={t.filter}
        value={type ?? 'all'}
        onValueChange={(next) => show({ type: next === 'all' ? undefined : next })}
        options={[
          { value: 'all', label: t.all, count: assets.length },
          ...kinds.map((kind) => ({ value: kind, label: t.kindsMany[kind], count: counts[kind] })),
        ]}
        className="scroll-quiet max-w-full flex-nowrap overflow-x-auto p-0.5"
      />
    </div>
  );
}
