import { useMemo, useRef } from 'react';
import type { SceneChanges } from '#contract/scene-changes.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Conflict } from '../../app/autosave.ts';
import { fieldNamed } from '../../queries/scene-draft.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { placesOf } from './film-lengths.ts';
import { ROW_COLUMNS } from './row-columns.ts';
import { useRowKeys } from './row-keys.ts';
import type { SceneRowProps } from './scene-row.tsx';
import { useScriptActions } from './script-actions.ts';
import { RowsProvider, SortableRows } from './sortable-rows.tsx';
import type { Rewrite } from './proposals-by-scene.ts';

interface SceneTableProps {
  readonly scenes: readonly ScenarioScene[];
  readonly openId: string | null;
  readonly isDirect: boolean;
  readonly changes: readonly SceneChanges[];
  readonly rewrites: ReadonlyMap<string, Rewrite>;
  readonly conflicts: readonly Conflict[];
  readonly full: string | null;
}

const NO_CONFLICTS: readonly Conflict[] = [];

/** Every scene in its order, to be read, opened and moved. */
export function SceneTable(props: SceneTableProps) {
  const { scenes, openId, full } = props;
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const order = scenes.map(({ id = '' }) => id).join(' ');
  const ids = useMemo(() => (order === '' ? [] : order.split(' ')), [order]);
  const list = useRef<HTMLOListElement>(null);
  useRowKeys(list, { openId, isFull: full !== null }, actions);
  return (
    <>
      <div
        aria-hidden="true"
        className={classes('gap-x-2 px-2.5 pe-3 pb-1.5 text-12 text-ink3 max-md:hidden', ROW_COLUMNS)}
      >
        <span />
        <span>{t.scene}</span>
        <span>{t.picture}</span>
        <span>{t.motion}</span>
        <span>{t.words}</span>
        <span>{t.toNext}</span>
      </div>
      <RowsProvider value={rowsOf(props)}>
        <SortableRows ids={ids} list={list} />
      </RowsProvider>
    </>
  );
}

function rowsOf(table: SceneTableProps): ReadonlyMap<string, SceneRowProps> {
  const { scenes, openId, isDirect, changes, rewrites, conflicts, full } = table;
  const { startsS } = placesOf(scenes);
  const changed = new Set(changes.filter(({ image }) => image === 'changed').map(({ sceneId }) => sceneId));
  const clashes = Map.groupBy(conflicts, ({ field }) => fieldNamed(field).sceneId);
  return new Map(
    scenes.map((scene, place) => {
      const { id = '' } = scene;
      const row = {
        scene,
        number: place + 1,
        count: scenes.length,
        startS: startsS[place] ?? 0,
        isOpen: id === openId,
        isLast: place === scenes.length - 1,
        isDirect,
        hasChanged: changed.has(id),
        rewrite: rewrites.get(id),
        conflicts: clashes.get(id) ?? NO_CONFLICTS,
        full,
      };
      return [id, row];
    }),
  );
}
