import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';

interface DisclosureProps {
  readonly title: string;
  /** Its present value in a few words, seen while it is folded. */
  readonly summary?: ReactNode;
  readonly children: ReactNode;
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly className?: string | undefined;
}

/** A part that is folded until somebody wants it; what is in it begins to exist when it is first opened. */
export function Disclosure(props: DisclosureProps) {
  const { title, summary, children, defaultOpen = false, onOpenChange, className } = props;
  const [isOpen, setIsOpen] = useState(defaultOpen);
  const [wasOpened, setWasOpened] = useState(defaultOpen);
  return (
    <details
      open={isOpen}
      onToggle={(event) => {
        const open = event.currentTarget.open;
        if (open === isOpen) return;
        setIsOpen(open);
        if (open) setWasOpened(true);
        onOpenChange?.(open);
      }}
      className={classes('group rounded-6 border border-line', className)}
    >
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-6 px-3 py-1.5 text-13 text-ink2 hover:text-ink touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <Glyph icon={ChevronRight} className="transition-[rotate] duration-150 group-open:rotate-90 rtl:-scale-x-100" />
        <span className="shrink-0">{title}</span>
        {summary && <span className="ms-auto min-w-0 truncate text-12 text-ink3">{summary}</span>}
      </summary>
      {wasOpened && <div className="border-t border-line p-3">{children}</div>}
    </details>
  );
}
