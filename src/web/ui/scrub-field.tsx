import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { currentLanguage } from '../app/language.ts';
import { classes } from './classes.ts';
import { fieldBox, fieldLabel } from './field-looks.ts';
import { readNumber } from './read-number.ts';

interface ScrubFieldProps {
  readonly label: string;
  /** The label is read but not seen. */
  readonly hideLabel?: boolean | undefined;
  /** Null where there is none, or where several things have different ones. */
  readonly value: number | null;
  /** `live` while the label is pulled or an arrow key is held down; `done` when that ends, or a number was typed. */
  readonly onValue: (value: number, how: 'live' | 'done') => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** How many places after the point are shown. */
  readonly places?: number | undefined;
  readonly unit?: string | undefined;
  /** Said while there is no number. */
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

const PX_A_STEP = 2; // of the pointer

/** A number in little room: typed, stepped with the arrow keys (Shift by ten), or pulled sideways by its label. */
export function ScrubField(props: ScrubFieldProps) {
  const { label, hideLabel, value, onValue, min = -Infinity, max = Infinity, step = 1, places = 0 } = props;
  const { unit, placeholder, disabled, className } = props;
  const id = useId();
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const live = useRef<number | null>(null); // of a pull or of a key that is held down
  const pull = useRef<{ readonly x: number; readonly from: number } | null>(null);

  const within = (next: number): number => Math.max(min, Math.min(next, max));
  const show = (next: number): void => {
    live.current = within(next);
    onValue(live.current, 'live');
  };
  const end = (): void => {
    pull.current = null;
    if (live.current === null) return;
    onValue(live.current, 'done');
    live.current = null;
  };
  const keep = (): void => {
    const read = typed === null ? null : readNumber(typed);
    setTyped(null);
    if (read !== null && (value === null || formatted(read, places) !== formatted(value, places))) {
      onValue(within(read), 'done');
    }
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
    const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (way === 0 || event.altKey) return;
    event.preventDefault();
    const from = live.current ?? (typed === null ? value : readNumber(typed));
    setTyped(null);
    if (from !== null) show(from + way * step * (event.shiftKey ? 10 : 1));
  };
  return (
    <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys in the field do the same */}
      <label
        htmlFor={id}
        className={classes(hideLabel ? 'sr-only' : fieldLabel, 'w-fit max-w-full cursor-ew-resize touch-none truncate')}
        onPointerDown={(event) => {
          if (disabled || value === null || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pull.current = { x: event.clientX, from: value };
        }}
        onPointerMove={({ clientX, shiftKey }) => {
          if (!pull.current) return;
          const steps = Math.trunc((clientX - pull.current.x) / PX_A_STEP);
          if (steps !== 0 || live.current !== null) show(pull.current.from + steps * step * (shiftKey ? 10 : 1));
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {label}
      </label>
      <div
        className={classes(
          fieldBox,
          'flex h-8 items-center touch:h-11 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
          disabled && 'opacity-50',
        )}
      >
        <input
          id={id}
          type="text"
          inputMode="decimal"
          role="spinbutton"
          autoComplete="off"
          aria-valuenow={value ?? undefined}
          aria-valuetext={value === null ? placeholder : `${formatted(value, places)}${unit ? ` ${unit}` : ''}`}
          aria-valuemin={Number.isFinite(min) ? min : undefined}
          aria-valuemax={Number.isFinite(max) ? max : undefined}
          value={typed ?? (value === null ? '' : formatted(value, places))}
          placeholder={placeholder}
          disabled={disabled}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => {
            end();
            keep();
          }}
          onKeyDown={press}
          onKeyUp={end}
          className="w-full min-w-0 grow bg-transparent px-2.5 font-mono text-13 outline-none placeholder:text-ink3"
        />
        {unit && (
          <span aria-hidden="true" className="shrink-0 pe-2.5 text-12 text-ink3">
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}

const formats = new Map<number, Intl.NumberFormat>();

function formatted(value: number, places: number): string {
  const format =
    formats.get(places) ??
    new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: places, useGrouping: false });
  formats.set(places, format);
  return format.format(value + 0);
}
