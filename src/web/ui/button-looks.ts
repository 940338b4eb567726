import { classes } from './classes.ts';

/**
 * How much a button weighs: one amber and one ink in a region of the screen, the rest outline or quiet. Danger is red, for
 * the verb of a question whose answer cannot be taken back.
 */
export type ButtonVariant = 'amber' | 'ink' | 'outline' | 'quiet' | 'danger';

/** 32 px and 28 px high with a mouse; both grow to what a finger hits. */
export type ButtonSize = 'md' | 'sm';

/** What every button may be told about its looks. */
export interface ButtonLooks {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
}

const variants: Record<ButtonVariant, string> = {
  amber: 'bg-tally text-tally-ink font-semibold hover:brightness-105 active:brightness-95',
  ink: 'bg-ink text-room font-semibold hover:bg-ink/90 active:bg-ink/80',
  outline: 'text-ink inset-ring inset-ring-line2 hover:bg-lift active:bg-lift/70',
  quiet: 'text-ink2 hover:bg-lift hover:text-ink active:bg-lift/70',
  danger: 'bg-err text-black light:text-white font-semibold hover:brightness-105 active:brightness-95',
};

const sizes: Record<ButtonSize, string> = {
  md: 'min-h-8 px-3 text-13 touch:min-h-11 touch:px-4',
  sm: 'min-h-7 px-2.5 text-12 touch:min-h-9 touch:px-3',
};

const squares: Record<ButtonSize, string> = {
  md: 'size-8 touch:size-11',
  sm: 'size-7 touch:size-9',
};

const shape =
  'relative inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-6 text-center font-medium ' +
  'transition-[background-color,color,filter] duration-150 cursor-pointer no-underline ' +
  'disabled:cursor-not-allowed disabled:opacity-45 disabled:hover:brightness-100 aria-disabled:cursor-not-allowed';

/** The classes of a button with words. */
export function buttonLooks({ variant = 'outline', size = 'md' }: ButtonLooks): string {
  return classes(shape, variants[variant], sizes[size], 'py-1');
}

/** The classes of a button that is only an icon. */
export function iconButtonLooks({ variant = 'quiet', size = 'md' }: ButtonLooks): string {
  return classes(shape, variants[variant], squares[size]);
}
