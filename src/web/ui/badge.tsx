import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { type Tone, toneText } from './tone.ts';

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly icon?: Icon | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A short mark on a thing: its version, its kind, its state. */
export function Badge({ tone = 'plain', icon, children, className }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-4 px-1.5 text-11 font-medium inset-ring inset-ring-line2',
        toneText[tone],
        className,
      )}
    >
      {icon && <Glyph icon={icon} className="[&>svg]:size-3" />}
      {children}
    </span>
  );
}
