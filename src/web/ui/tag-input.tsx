import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldBox, fieldHint, fieldLabel } from './field-looks.ts';
import { Glyph } from './glyph.tsx';
import { addTags } from './tags.ts';

interface TagInputProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly value: readonly string[];
  readonly onValueChange: (value: string[]) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: string | undefined;
  readonly most?: number | undefined;
  readonly className?: string | undefined;
}

/** Several short words: Enter or a comma ends one, Backspace in the empty line takes the last away. */
export function TagInput(props: TagInputProps) {
  const { label, hideLabel = false, value, onValueChange, placeholder, hint, most, className } = props;
  const t = useStrings('kit');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const take = (text: string) => {
    setDraft('');
    const next = addTags(value, text, most);
    if (next.length !== value.length) onValueChange(next);
  };
  const remove = (tag: string) => {
    onValueChange(value.filter((other) => other !== tag));
    input.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = value.at(-1);
    if (event.key === 'Enter' && draft.trim() !== '') {
      event.preventDefault();
      take(draft);
    } else if (event.key === 'Backspace' && draft === '' && last !== undefined) {
      remove(last);
    }
  };
  return (
    <div className={classes('relative flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : fieldLabel}>
        {label}
      </label>
      <div
        className={classes(
          fieldBox,
          'flex min-h-8 flex-wrap items-center gap-1 p-0.75 touch:min-h-11 touch:p-1',
          'has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ink',
        )}
      >
        {value.map((tag) => (
          <span
            key={tag}
            className="inline-flex min-h-6 min-w-0 items-center rounded-4 bg-lift ps-2 text-12 text-ink touch:min-h-9"
          >
            <span className="min-w-0 truncate">{tag}</span>
            <button
              type="button"
              aria-label={t.remove(tag)}
              onClick={() => remove(tag)}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-4 text-ink2 hover:text-ink touch:size-9"
            >
              <Glyph icon={X} className="[&>svg]:size-3" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          value={draft}
          placeholder={value.length === 0 ? placeholder : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            const text = event.currentTarget.value;
            if (/[,;\n]/.test(text)) take(text);
            else setDraft(text);
          }}
          onKeyDown={press}
          onBlur={() => take(draft)}
          className="h-6 min-w-24 flex-1 bg-transparent px-2 text-13 text-ink outline-none placeholder:text-ink3 touch:h-9"
        />
      </div>
      {hint && (
        <span id={`${id}-hint`} className={fieldHint}>
          {hint}
        </span>
      )}
    </div>
  );
}
