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
import { createContext, memo, use, useMemo, type RefObject } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { SceneRow, type SceneRowProps } from './scene-row.tsx';
import { useScriptActions } from './script-actions.ts';

const Rows = createContext<ReadonlyMap<string, SceneRowProps>>(new Map());

/** Hands every row below what it shows, by the id of its scene. */
export const RowsProvider = Rows.Provider;

interface SortableRowsProps {
  readonly ids: readonly string[];
  readonly list: RefObject<HTMLOListElement | null>;
}

/**
 * The rows in their order, to be moved by hand. It is drawn again for another order only: whatever listens to it is drawn
 * along, so that what rows show comes to each of them past it.
 */
export const SortableRows = memo(function SortableRows({ ids, list }: SortableRowsProps) {
  const t = useStrings('scenario');
  const actions = useScriptActions();
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
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t.dragHint } }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label={t.list} className="flex flex-col gap-1.5">
          {ids.map((id) => (
            <RowOf key={id} id={id} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
});

function RowOf({ id }: { readonly id: string }) {
  const row = use(Rows).get(id);
  return row ? <SceneRow {...row} /> : null;
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
