import { classes } from './classes.ts';

interface ProgressProps {
  /** 0 to 1; null while nobody knows how far it is: stripes that move instead of a bar that pretends. */
  readonly value: number | null;
  /** What is under way. */
  readonly label: string;
  /** Says how far in words where a percentage would not: "stage 2 of 5". */
  readonly valueText?: string | undefined;
  readonly className?: string | undefined;
}

/** How far something is that is being made. */
export function Progress({ value, label, valueText, className }: ProgressProps) {
  const share = value === null ? 1 : Math.min(Math.max(value, 0), 1);
  return (
    <div className={classes('relative h-1.5 w-full overflow-hidden rounded-4 bg-lift', className)}>
      <progress
        className="sr-only"
        aria-label={label}
        aria-valuetext={valueText}
        max={1}
        value={value === null ? undefined : share}
      />
      <div
        aria-hidden="true"
        className="stripes-work h-full rounded-4 transition-[width] duration-200 motion-safe:animate-stripes"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
