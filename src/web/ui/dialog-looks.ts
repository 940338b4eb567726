/** What lies between a dialog and the page; the page behind is inert. */
export const backdrop =
  'fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';

/** The surface of a dialog: centred, on a phone a sheet at the bottom edge. */
export const dialogSurface =
  'fixed z-50 flex max-h-[calc(100dvh-32px)] flex-col overflow-hidden border border-line bg-panel text-ink shadow-float outline-none ' +
  'start-1/2 top-1/2 -translate-x-1/2 rtl:translate-x-1/2 -translate-y-1/2 w-[calc(100vw-32px)] rounded-10 ' +
  'transition-[opacity,translate] duration-150 ease-state data-ending-style:opacity-0 data-starting-style:opacity-0 ' +
  'max-sm:start-0 max-sm:top-auto max-sm:bottom-0 max-sm:w-full max-sm:translate-x-0 max-sm:translate-y-0 ' +
  'max-sm:rounded-b-none max-sm:max-h-[94dvh] max-sm:data-starting-style:translate-y-6 max-sm:data-ending-style:translate-y-6';
