import { Input } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { fieldBox, fieldLine } from './field-looks.ts';

/** What a line of text takes, beside what every HTML input does. */
export interface TextInputProps extends Omit<ComponentProps<'input'>, 'defaultValue'> {
  readonly defaultValue?: string | undefined;
  /** Called with the words, beside onChange with the event. */
  readonly onValueChange?: ((value: string) => void) | undefined;
  /** Figures of equal width, for ids, codes and timecodes. */
  readonly mono?: boolean | undefined;
}

/** One line of text; inside a Field it has its name and its error from there. */
export function TextInput({ onValueChange, mono = false, className, ...rest }: TextInputProps) {
  return (
    <Input
      {...rest}
      {...(onValueChange && { onValueChange: (value: string) => onValueChange(value) })}
      className={classes(fieldBox, fieldLine, mono && 'font-mono', className)}
    />
  );
}
