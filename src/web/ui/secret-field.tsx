import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from './glyph.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';

/** A key or a password, hidden until one asks to see it; autoComplete says which of the two it is. */
export function SecretField({ autoComplete = 'off', className, ...rest }: TextInputProps) {
  const t = useStrings('kit');
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative min-w-0">
      <TextInput
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        {...rest}
        autoComplete={autoComplete}
        type={isShown ? 'text' : 'password'}
        className={`pe-10 touch:pe-12 ${className ?? ''}`}
      />
      <button
        type="button"
        aria-label={isShown ? t.hide : t.show}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute inset-y-0 end-1 my-auto inline-flex size-6 items-center justify-center rounded-4 text-ink2 hover:text-ink touch:size-9"
      >
        <Glyph icon={isShown ? EyeOff : Eye} />
      </button>
    </div>
  );
}
