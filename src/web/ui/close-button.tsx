import { X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { iconButtonLooks } from './button-looks.ts';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';

/** The cross at the corner of what can be closed. */
export function CloseButton({ className, ...rest }: ComponentProps<'button'>) {
  const t = useStrings('kit');
  return (
    <button
      type="button"
      aria-label={t.close}
      {...rest}
      className={classes(iconButtonLooks({ size: 'sm' }), '-me-1.5', className)}
    >
      <Glyph icon={X} />
    </button>
  );
}
