import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldBox, fieldLine } from './field-looks.ts';
import { Glyph } from './glyph.tsx';

interface SearchFieldProps {
  /** What is searched. */
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
}

/** Words to look for; Esc empties it. */
export function SearchField({ label, value, onValueChange, placeholder, className }: SearchFieldProps) {
  const t = useStrings('kit');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={classes('relative min-w-0', className)}>
      <Glyph icon={Search} className="pointer-events-none absolute inset-y-0 start-2.5 items-center text-ink3" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? t.search}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onValueChange('');
        }}
        className={classes(
          fieldBox,
          fieldLine,
          'ps-9 pe-8 placeholder:text-ink3 [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={t.clearSearch}
          onClick={() => {
            onValueChange('');
            input.current?.focus();
          }}
          className="absolute inset-y-0 end-1 my-auto inline-flex size-6 items-center justify-center rounded-4 text-ink2 hover:text-ink touch:size-9"
        >
          <Glyph icon={X} className="[&>svg]:size-3.5" />
        </button>
      )}
    </div>
  );
}
