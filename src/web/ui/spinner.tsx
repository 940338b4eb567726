import { classes } from './classes.ts';

/** Something is under way; with a label it says what, without one the words stand beside it. */
export function Spinner({ label, className }: { readonly label?: string; readonly className?: string }) {
  return (
    <span
      role={label ? 'status' : undefined}
      aria-hidden={label ? undefined : true}
      className={classes('inline-flex size-4 shrink-0', className)}
    >
      <svg viewBox="0 0 16 16" fill="none" className="size-full motion-safe:animate-spin" aria-hidden="true">
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" strokeOpacity=".25" />
        <path d="M8 2a6 6 0 0 1 6 6" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
