import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { copyText } from './copy-text.ts';
import { fieldBox, fieldLine } from './field-looks.ts';

interface CopyFieldProps {
  /** What it is: "New token". */
  readonly label: string;
  readonly value: string;
  readonly className?: string | undefined;
}

const saidMs = 2_500;

/** Words to take along: shown whole, copied with one press; where the browser will not, they are selected. */
export function CopyField({ label, value, className }: CopyFieldProps) {
  const t = useStrings('kit');
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), saidMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    copyText(value).then(
      () => setIsCopied(true),
      () => input.current?.select(),
    );
  return (
    <div className={classes('relative flex min-w-0 gap-2', className)}>
      <input
        ref={input}
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className={classes(fieldBox, fieldLine, 'font-mono text-12')}
      />
      <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
        {isCopied ? t.copied : t.copy}
      </Button>
      <output className="sr-only">{isCopied ? t.copied : ''}</output>
    </div>
  );
}
