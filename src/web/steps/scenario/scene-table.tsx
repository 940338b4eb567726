import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useMemo, useRef } from 'react';
import type { SceneChanges } from '#contract/scene-changes.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Conflict } from '../../app/autosave.ts';
import { fieldNamed } from '../../data/scene-draft.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { placesOf } from './film-lengths.ts';
import { ROW_COLUMNS } from './row-columns.ts';
import { useRowKeys } from './row-keys.ts';
import { SceneRow } from './scene-row.tsx';
import { useScriptActions } from './script-actions.ts';
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
  const { scenes, openId, isDirect, changes, rewrites, conflicts, full } = props;
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const { startsS } = placesOf(scenes);
  // The same list for as long as the order is: each row listens to it, and a letter that is written moves none.
  const order = scenes.map(({ id = '' }) => id).join(' ');
  const ids = useMemo(() => (order === '' ? [] : order.split(' ')), [order]);
  const changed = new Set(changes.filter(({ image }) => image === 'changed').map(({ sceneId }) => sceneId));
  const clashes = Map.groupBy(conflicts, ({ field }) => fieldNamed(field).sceneId);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (to >= 0 && from !== to) actions.move(String(active.id), to - from);
  };
  const announcements = useMemo(() => announcementsOf(t, ids), [t, ids]);
  const list = useRef<HTMLOListElement>(null);
  useRowKeys(list, { openId, isFull: full !== null }, actions);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t.dragHint } }}
    >
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
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label={t.list} className="flex flex-col gap-1.5">
          {scenes.map((scene, place) => (
            <SceneRow
              key={scene.id}
              scene={scene}
              number={place + 1}
              count={scenes.length}
              startS={startsS[place] ?? 0}
              isOpen={scene.id === openId}
              isLast={place === scenes.length - 1}
              isDirect={isDirect}
              hasChanged={changed.has(scene.id ?? '')}
              rewrite={rewrites.get(scene.id ?? '')}
              conflicts={clashes.get(scene.id ?? '') ?? NO_CONFLICTS}
              full={full}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function announcementsOf(t: ReturnType<typeof useStrings<'scenario'>>, ids: readonly string[]): Announcements {
  const number = (id: string | number | undefined): number => ids.indexOf(String(id)) + 1;
  return {
    onDragStart: ({ active }) => t.pickedUp(number(active.id)),
    onDragOver: ({ active, over }) => (over ? t.movedOver(number(active.id), number(over.id), ids.length) : undefined),
    // The end of a move is told by whoever makes it, as that of a key.
    onDragEnd: ({ active, over }) => (over && over.id !== active.id ? undefined : t.letGo(number(active.id))),
    onDragCancel: ({ active }) => t.letGo(number(active.id)),
  };
}
