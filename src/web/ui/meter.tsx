import { classes } from './classes.ts';

/** A piece of the whole: its own shade and words. */
interface MeterPart {
  readonly label: string;
  /** In the unit of max. */
  readonly value: number;
  /** Ink for what is used, half of it for what is only reserved, hatched for what is not known. */
  readonly look?: 'solid' | 'reserved' | 'unknown' | undefined;
}

interface MeterProps {
  readonly label: string;
  /** How much, in words: "$11.84 of $40, $0.96 of it reserved". */
  readonly valueText: string;
  readonly parts: readonly MeterPart[];
  /** The whole; without one the parts are the whole. */
  readonly max?: number | undefined;
  readonly className?: string | undefined;
}

const looks = { solid: 'bg-ink', reserved: 'bg-ink3', unknown: 'hatch-ink' };

/** How much of something is used; in ink, because colours mean states. */
export function Meter({ label, valueText, parts, max, className }: MeterProps) {
  const sum = parts.reduce((total, part) => total + part.value, 0);
  const whole = Math.max(max ?? sum, sum, Number.MIN_VALUE);
  return (
    <div className={classes('relative flex h-2 w-full gap-px overflow-hidden rounded-4 bg-lift', className)}>
      <meter className="sr-only" aria-label={label} aria-valuetext={valueText} max={whole} value={sum} />
      {parts.map(
        (part) =>
          part.value > 0 && (
            <div
              key={part.label}
              aria-hidden="true"
              title={part.label}
              className={classes('h-full min-w-0.5', looks[part.look ?? 'solid'])}
              style={{ width: `${(part.value / whole) * 100}%` }}
            />
          ),
      )}
    </div>
  );
}
