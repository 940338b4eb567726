/** The surface of everything that floats: menus, lists, small panels. */
export const popupSurface = 'rounded-6 border border-line bg-raise text-ink shadow-float outline-none';

/** One line of a menu or a list; the highlighted one is where the mouse or the keyboard is. */
export const popupItem =
  'flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-4 px-2 py-1 text-start text-13 ' +
  'outline-none touch:min-h-11 data-highlighted:bg-lift data-highlighted:text-ink data-disabled:opacity-45';
