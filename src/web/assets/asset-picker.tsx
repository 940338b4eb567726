import { useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AssetType } from '#contract/asset.ts';
import { assetUploads, useAssetUploads } from '../app/uploads.ts';
import { assetsQuery } from '../queries/assets.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { assetAccept } from './asset-kinds.ts';
import { AssetTile } from './asset-tile.tsx';
import { assetTypes, sortAssets } from './sort-assets.ts';
import { UploadList } from './upload-list.tsx';

interface AssetPickerProps {
  readonly projectId: string;
  /** Ids of the files that are chosen, in the order they were. */
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
  /** As many as may be chosen. */
  readonly max?: number | undefined;
  /** Kinds that are wanted; all unless said. */
  readonly kinds?: readonly AssetType[] | undefined;
  /** What is chosen, for those who hear it. */
  readonly label: string;
}

const SHOWN_AT_FIRST = 24;

/** Chooses among a project's files, and takes new ones in: what is added here is chosen when it has arrived. */
export function AssetPicker({
  projectId,
  selected,
  onChange,
  max = Infinity,
  kinds = assetTypes,
  label,
}: AssetPickerProps) {
  const t = useStrings('assets');
  const { data } = useSuspenseQuery(assetsQuery(projectId));
  const uploads = useAssetUploads(projectId);
  const added = useRef(new Set<string>());
  const [isAll, setIsAll] = useState(false);
  const wanted = sortAssets(data.assets, {}).filter(({ type }) => kinds.includes(type));
  const shown = isAll ? wanted : wanted.filter(({ id }, place) => place < SHOWN_AT_FIRST || selected.includes(id));
  const isFull = selected.length >= max;

  const chooseArrived = useEffectEvent(() => {
    const arrived = uploads.filter(({ id, state }) => state === 'done' && added.current.has(id));
    if (arrived.length === 0) return;
    for (const { id } of arrived) added.current.delete(id);
    const ids = arrived.flatMap(({ answer }) => (answer && kinds.includes(answer.type) ? [answer.id] : []));
    onChange([...selected, ...ids.filter((id) => !selected.includes(id))].slice(0, max));
  });
  useEffect(() => chooseArrived(), [uploads]);

  const toggle = (id: string) =>
    onChange(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="grid grid-cols-[repeat(auto-fill,minmax(96px,1fr))] gap-2">
        <legend className="sr-only">{label}</legend>
        {shown.map((asset) => (
          <AssetTile
            key={asset.id}
            asset={asset}
            isChosen={selected.includes(asset.id)}
            isDisabled={isFull && !selected.includes(asset.id)}
            onToggle={() => toggle(asset.id)}
          />
        ))}
        <FileDrop
          label={t.addFiles}
          multiple
          accept={kinds.map((kind) => assetAccept[kind]).join(',')}
          onFiles={(files) => {
            for (const id of assetUploads.add(projectId, files)) added.current.add(id);
          }}
          className="aspect-square"
        >
          <Glyph icon={Plus} />
          {t.add}
        </FileDrop>
      </fieldset>
      <UploadList uploads={uploads} />
      {shown.length < wanted.length && (
        <Button variant="quiet" size="sm" className="self-start" onClick={() => setIsAll(true)}>
          {t.showAll(wanted.length)}
        </Button>
      )}
      {isFull && <p className="text-12 text-ink3">{t.noMoreThan(max)}</p>}
    </div>
  );
}
