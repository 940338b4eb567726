import { classes } from './classes.ts';

/** The place of something that is on its way, in its exact size; say once beside it what is loading. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return <div aria-hidden="true" className={classes('rounded-4 bg-ink/7 motion-safe:animate-shimmer', className)} />;
}
