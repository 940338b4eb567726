import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { ToastCard } from './toast-card.tsx';
import { onToasts, shownToasts } from './toast.ts';

/** Where messages are told: bottom, at the start of the line, on a phone in the middle; read politely, F6 leads there. */
export function ToastRegion() {
  const t = useStrings('kit');
  const messages = useSyncExternalStore(onToasts, shownToasts);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const isInside = region.current?.contains(document.activeElement);
      if (event.key === 'Escape' && isInside) cameFrom.current?.focus();
      if (event.key !== 'F6' || isInside || shownToasts().length === 0) return;
      event.preventDefault();
      cameFrom.current = document.activeElement as HTMLElement | null;
      region.current?.querySelector<HTMLElement>('button')?.focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);
  return (
    <section
      ref={region}
      aria-label={t.notifications}
      className="pointer-events-none fixed start-4 bottom-4 z-70 w-90 max-w-[calc(100vw-32px)] max-sm:start-1/2 max-sm:bottom-20 max-sm:-translate-x-1/2 rtl:max-sm:translate-x-1/2"
    >
      <ol aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
        {messages.map((message) => (
          <ToastCard key={message.id} message={message} />
        ))}
      </ol>
    </section>
  );
}
