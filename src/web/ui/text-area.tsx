import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { fieldBox } from './field-looks.ts';
import { useGrowing } from './use-growing.ts';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'defaultValue' | 'value'> {
  readonly value: string;
  readonly onValueChange?: ((value: string) => void) | undefined;
  /** Lines shown when empty; it grows with its words up to maxRows, then scrolls. */
  readonly rows?: number | undefined;
  readonly maxRows?: number | undefined;
  readonly mono?: boolean | undefined;
}

/** Several lines of text in a box that grows with them. */
export function TextArea({ onValueChange, rows = 3, maxRows = 16, mono = false, className, ...rest }: TextAreaProps) {
  const growing = useGrowing(rest.value, maxRows);
  return (
    <Field.Control
      value={rest.value}
      render={
        <textarea
          {...rest}
          ref={growing}
          rows={rows}
          onChange={(event) => {
            rest.onChange?.(event);
            onValueChange?.(event.currentTarget.value);
          }}
        />
      }
      className={classes(
        fieldBox,
        'block resize-none px-3 py-[7px] leading-5 scroll-quiet touch:py-3',
        mono && 'font-mono',
        className,
      )}
    />
  );
}
