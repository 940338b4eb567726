import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { ColourField } from '../ui/colour-field.tsx';
import { moved } from './moved.ts';

interface PaletteFieldProps {
  readonly value: readonly string[];
  readonly onValueChange: (value: readonly string[]) => void;
}

const MOST_COLOURS = 16;

/** The colours of a style in the order of their weight: dragged, or moved with Alt and the arrow keys. */
export function PaletteField({ value, onValueChange }: PaletteFieldProps) {
  const t = useStrings('projectSettings');
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const dragged = useRef<number>(null);
  const swatches = () => [...(place.current?.querySelectorAll<HTMLElement>('[aria-haspopup]') ?? [])];
  const placeOf = (target: EventTarget) =>
    swatches().indexOf((target as HTMLElement).closest('[aria-haspopup]') as HTMLElement);
  const move = (from: number, to: number) => {
    if (from < 0 || to < 0 || to >= value.length || from === to) return;
    onValueChange(moved(value, from, to));
    setSaid(t.colourMoved(value[from] ?? '', to + 1, value.length));
    requestAnimationFrame(() => swatches()[to]?.focus());
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    const from = placeOf(event.target);
    if (from < 0) return;
    event.preventDefault();
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    move(from, from + ((event.key === 'ArrowRight') === isRightToLeft ? -1 : 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged.current !== null) move(dragged.current, placeOf(event.target));
    dragged.current = null;
  };
  return (
    <div
      ref={place}
      role="presentation"
      onKeyDown={press}
      onDragStart={(event) => {
        dragged.current = placeOf(event.target);
      }}
      onDragOver={(event) => dragged.current !== null && event.preventDefault()}
      onDrop={drop}
      className="flex flex-col gap-1.5"
    >
      <ColourField
        label={t.fields.color_palette}
        value={value}
        most={MOST_COLOURS}
        isDetailed
        onValueChange={onValueChange}
      />
      <p className="text-12 text-ink3">{t.hints.color_palette}</p>
      <output className="sr-only">{said}</output>
    </div>
  );
}
