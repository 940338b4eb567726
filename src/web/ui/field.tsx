import { Field as BaseField } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldHint, fieldLabel } from './field-looks.ts';
import { Glyph } from './glyph.tsx';

interface FieldProps {
  readonly label: string;
  /** The label is read but not seen: where a heading or a picture beside the field says it. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What is wrong, in a sentence that says what to do; the field is marked with it. */
  readonly error?: string | null | undefined;
  /** How much of it there is, said at the end of the label's line: "146 of 2,000". */
  readonly count?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One control with its name above it, and below it what helps or what is wrong. */
export function Field(props: FieldProps) {
  const { label, hideLabel = false, hint, error, count, optional, disabled, className, children } = props;
  const t = useStrings('kit');
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={classes('relative flex min-w-0 flex-col gap-1.5', className)}
    >
      <div className={hideLabel ? 'contents' : 'flex min-w-0 items-baseline justify-between gap-3'}>
        <span className={hideLabel ? 'contents' : 'min-w-0'}>
          <BaseField.Label className={hideLabel ? 'sr-only' : fieldLabel}>{label}</BaseField.Label>
          {optional && !hideLabel && <span className="ms-2 text-12 text-ink3">{t.optional}</span>}
        </span>
        {count && !hideLabel && <span className="shrink-0 text-12 text-ink3">{count}</span>}
      </div>
      {children}
      {error && (
        <BaseField.Error match className="flex items-start gap-1.5 text-12 text-err-text">
          <Glyph icon={CircleAlert} className="[&>svg]:size-3.5 mt-px" />
          <span className="min-w-0">{error}</span>
        </BaseField.Error>
      )}
      {hint && <BaseField.Description className={fieldHint}>{hint}</BaseField.Description>}
    </BaseField.Root>
  );
}
