import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { Asset } from '#contract/asset.ts';
import { AssetCard } from './asset-card.tsx';
import { nextInGrid } from './next-in-grid.ts';

interface AssetGridProps {
  readonly label: string;
  readonly assets: readonly Asset[];
  readonly chosen: ReadonlySet<string>;
  readonly openId: string | undefined;
  readonly describing: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (assetId: string) => void;
  readonly onTrash: () => void;
}

/**
 * Files side by side: arrows move, Enter opens, Space chooses, Shift chooses a run, Ctrl A all, Esc none, Delete puts what
 * is chosen into the trash.
 */
export function AssetGrid(props: AssetGridProps) {
  const { label, assets, chosen, openId, describing, onChoose, onOpen, onTrash } = props;
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState(openId);
  const [anchorId, setAnchorId] = useState<string>();
  const placeOf = (id: string | undefined) => assets.findIndex((asset) => asset.id === id);
  const active = Math.max(0, placeOf(activeId));

  const goTo = (place: number) => {
    const asset = assets[place];
    if (!asset) return;
    setActiveId(asset.id);
    list.current?.querySelector<HTMLElement>(`[data-asset="${asset.id}"]`)?.focus();
    if (openId !== undefined) onOpen(asset.id); // what is shown at the side follows
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setAnchorId(id);
    onChoose(next);
  };
  const chooseRun = (to: number) => {
    const from = Math.max(0, placeOf(anchorId ?? activeId));
    const run = assets.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
    setAnchorId(assets[from]?.id);
    onChoose(new Set([...chosen, ...run]));
  };

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const asset = assets[active];
    if (!asset || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const to = isCommand
      ? null
      : nextInGrid(event.key, { from: active, count: assets.length, ...shapeOf(list.current) });
    if (to !== null) {
      if (event.shiftKey) chooseRun(to);
      goTo(to);
    } else if (event.key === 'Enter') onOpen(asset.id);
    else if (event.key === ' ') toggle(asset.id);
    else if (isCommand && event.key.toLowerCase() === 'a') onChoose(new Set(assets.map(({ id }) => id)));
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set());
    else if (event.key === 'Delete' && chosen.size > 0) onTrash();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-asset]')?.dataset['asset'];
    if (id === undefined) return;
    setActiveId(id);
    if (event.shiftKey) chooseRun(placeOf(id));
    else if (event.ctrlKey || event.metaKey || target.closest('[data-choose]')) toggle(id);
    else onOpen(id);
  };
  return (
    <div
      ref={list}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot show pictures
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable="true"
      onFocus={({ target }) => setActiveId(target.dataset['asset'] ?? activeId)}
      onKeyDown={press}
      onClick={click}
      className="grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-3 sm:grid-cols-[repeat(auto-fill,minmax(176px,1fr))]"
    >
      {assets.map((asset, place) => (
        <AssetCard
          key={asset.id}
          asset={asset}
          isChosen={chosen.has(asset.id)}
          isOpen={asset.id === openId}
          isActive={place === active}
          isBeingDescribed={describing.has(asset.id)}
        />
      ))}
    </div>
  );
}

function shapeOf(list: HTMLElement | null): { readonly columns: number; readonly isRightToLeft: boolean } {
  if (!list) return { columns: 1, isRightToLeft: false };
  const { gridTemplateColumns, direction } = getComputedStyle(list);
  return { columns: gridTemplateColumns.split(' ').length, isRightToLeft: direction === 'rtl' };
}
