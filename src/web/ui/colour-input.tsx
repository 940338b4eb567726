import { useEffect, useId, useRef, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldBox, fieldLabel } from './field-looks.ts';
import { hexColour } from './hex-colour.ts';

interface ColourInputProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** As CSS writes it, three to eight digits; null where several things have different ones. */
  readonly value: string | null;
  /** `live` while a colour is being picked, `done` when it was. */
  readonly onValue: (hex: string, how: 'live' | 'done') => void;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
}

/** One colour: picked by its swatch, or typed. */
export function ColourInput({ label, hideLabel, value, onValue, placeholder, className }: ColourInputProps) {
  const t = useStrings('kit');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const six = value === null ? null : sixDigits(value);
  const tell = useRef(onValue);
  useEffect(() => {
    tell.current = onValue;
  });
  useEffect(() => {
    // React calls back for every colour that is passed over; the browser says `change` when one was chosen.
    const element = picker.current;
    const chosen = (): void => tell.current(element?.value.toUpperCase() ?? '', 'done');
    element?.addEventListener('change', chosen);
    return () => element?.removeEventListener('change', chosen);
  }, []);
  const keep = (): void => {
    const read = typed === null ? null : hexColour(typed);
    setTyped(null);
    if (read !== null && read !== six) onValue(read, 'done');
  };
  return (
    <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : fieldLabel}>
        {label}
      </label>
      <div
        className={classes(
          fieldBox,
          'flex h-8 items-center gap-1 ps-1.5 touch:h-11 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
        )}
      >
        <input
          ref={picker}
          type="color"
          aria-label={`${label}, ${t.pickColour}`}
          value={(six ?? '#808080').toLowerCase()}
          onChange={({ currentTarget }) => onValue(currentTarget.value.toUpperCase(), 'live')}
          className="size-6 shrink-0 cursor-pointer rounded-4 border-0 bg-transparent p-0 outline-none touch:size-9 [&::-webkit-color-swatch]:rounded-4 [&::-webkit-color-swatch]:border-line2 [&::-webkit-color-swatch-wrapper]:p-0.5"
        />
        <input
          id={id}
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={typed ?? six ?? ''}
          placeholder={placeholder}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation();
              setTyped(null);
            }
          }}
          className="w-full min-w-0 grow bg-transparent px-1 font-mono text-13 uppercase outline-none placeholder:text-ink3"
        />
      </div>
    </div>
  );
}

/** A colour without its alpha, as the browser's own picker takes it. */
function sixDigits(colour: string): string {
  const digits = colour.slice(1);
  const whole = digits.length <= 4 ? digits.replaceAll(/./g, '$&$&') : digits;
  return `#${whole.slice(0, 6).toUpperCase()}`;
}
