import { classes } from '../ui/classes.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

interface SwatchesProps {
  /** As hex. */
  readonly colours: readonly string[];
  /** Height and width. */
  readonly className?: string | undefined;
}

/** The colours of a style side by side. */
export function Swatches({ colours, className }: SwatchesProps) {
  return (
    <span className={classes('relative inline-flex overflow-hidden rounded-4', className)}>
      <VisuallyHidden>{colours.join(', ')}</VisuallyHidden>
      {colours.map((colour) => (
        <span key={colour} aria-hidden="true" className="h-full grow" style={{ background: colour }} />
      ))}
    </span>
  );
}
