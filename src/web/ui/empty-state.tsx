import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';

interface EmptyStateProps {
  readonly icon?: Icon | undefined;
  /** What is not there yet. */
  readonly title: string;
  /** What will be here. */
  readonly text?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  /** It is all there is on the screen, so its title is the screen's. */
  readonly isScreen?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Nothing yet: what will be here, and one way to begin. */
export function EmptyState({ icon, title, text, action, isScreen = false, className }: EmptyStateProps) {
  const Title = isScreen ? 'h1' : 'h2';
  return (
    <div
      className={classes(
        'flex flex-col items-center justify-center gap-1 rounded-10 px-6 py-12 text-center',
        !isScreen && 'border border-dashed border-line2',
        className,
      )}
    >
      {icon && <Glyph icon={icon} className="mb-2 text-ink3 [&>svg]:size-6" />}
      <Title className={isScreen ? 'text-18' : 'text-15'}>{title}</Title>
      {text && <div className="max-w-100 text-13 text-ink2">{text}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
