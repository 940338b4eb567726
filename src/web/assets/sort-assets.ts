import type { Asset, AssetType } from '#contract/asset.ts';

/** The kinds of files, in the order they are shown. */
export const assetTypes: readonly AssetType[] = ['image', 'video', 'audio', 'font'];

/** Which files are wanted: of a kind, and with every word of a search in their name, tags, description or file name. */
interface Wanted {
  readonly type?: AssetType | undefined;
  readonly q?: string | undefined;
}

/** The files that are wanted, the newest first. */
export function sortAssets(assets: readonly Asset[], { type, q = '' }: Wanted): readonly Asset[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return assets
    .filter((asset) => type === undefined || asset.type === type)
    .filter((asset) => {
      const said = saidOf(asset);
      return words.every((word) => said.includes(word));
    })
    .toSorted((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1));
}

const saidOf = ({ name, filename, description = '', tags = [] }: Asset): string =>
  [name, filename, description, ...tags].join('\n').toLocaleLowerCase();

/** How many files of each kind there are. */
export function countTypes(assets: readonly Pick<Asset, 'type'>[]): Readonly<Record<AssetType, number>> {
  const counts = { image: 0, video: 0, audio: 0, font: 0 };
  for (const { type } of assets) counts[type] += 1;
  return counts;
}

/** Whether a model can look at a file (or listen to it) and nobody has said yet what it shows. */
export const wantsDescription = ({ type, description }: Pick<Asset, 'type' | 'description'>): boolean =>
  type !== 'font' && !description;
