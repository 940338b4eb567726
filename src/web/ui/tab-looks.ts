/** The line on which tabs stand; on a phone it scrolls sideways rather than wrap. */
export const tabList = 'scroll-quiet flex gap-1 overflow-x-auto border-b border-line';

/** One tab: the chosen one is underlined in ink. */
export const tabLooks =
  'relative inline-flex h-10 shrink-0 items-center gap-2 px-3 text-13 text-ink2 no-underline hover:text-ink touch:h-11 ' +
  'focus-visible:-outline-offset-2 disabled:opacity-45 ' +
  'aria-selected:font-medium aria-selected:text-ink aria-selected:shadow-[inset_0_-2px_0_var(--ink)] ' +
  'aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-2px_0_var(--ink)]';
