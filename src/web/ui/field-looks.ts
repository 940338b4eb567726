import { classes } from './classes.ts';

/** The box in which something is typed or chosen: an outline that stands out 3 to 1 from its ground. */
export const fieldBox =
  'w-full min-w-0 rounded-6 border border-edge bg-field text-13 text-ink transition-[border-color] duration-150 ' +
  'hover:border-ink3 disabled:opacity-50 disabled:hover:border-edge data-disabled:opacity-50 ' +
  'aria-invalid:border-err data-invalid:border-err';

/** Height and inset of a field of one line: 32 px, what a finger hits on touch screens. */
export const fieldLine = 'h-8 px-3 touch:h-11';

/** The words above a field. */
export const fieldLabel = 'text-12 font-semibold text-ink2';

/** The words below a field. */
export const fieldHint = 'text-12 text-ink3';

/** A box that opens a list: a field, or quiet words with an arrow. */
export const selectLooks = (quiet = false): string =>
  classes(
    'items-center gap-2 text-start',
    quiet
      ? 'inline-flex h-7 touch:h-11 rounded-6 px-2 text-13 text-ink2 hover:bg-lift hover:text-ink data-popup-open:bg-lift'
      : classes('flex', fieldBox, fieldLine),
  );
