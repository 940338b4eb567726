import type { DraggableAttributes, DraggableSyntheticListeners } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';

interface RowHandleProps {
  readonly number: number;
  readonly handleRef: (element: HTMLElement | null) => void;
  readonly attributes: DraggableAttributes;
  readonly listeners: DraggableSyntheticListeners;
}

/** What a scene is moved by, with a finger, a mouse, or Space and the arrow keys. */
export function RowHandle({ number, handleRef, attributes, listeners }: RowHandleProps) {
  const t = useStrings('scenario');
  return (
    <button
      type="button"
      ref={handleRef}
      {...attributes}
      {...listeners}
      aria-label={t.drag(number)}
      className="relative z-10 inline-flex size-7 shrink-0 touch-none cursor-grab items-center justify-center rounded-6 text-ink3 hover:bg-lift hover:text-ink active:cursor-grabbing touch:size-11"
    >
      <Glyph icon={GripVertical} />
    </button>
  );
}
