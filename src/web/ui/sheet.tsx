import { lazy, Suspense } from 'react';
import type { SheetProps } from './sheet-window.tsx';
import { useOnceOpen } from './use-once-open.ts';

const load = () => import('./sheet-window.tsx');
const SheetWindow = lazy(async () => ({ default: (await load()).SheetWindow }));

/** More of a thing at the side of the page, on a phone from its lower edge; the page waits behind it. */
export function Sheet(props: SheetProps) {
  const wasOpened = useOnceOpen(props.open, load);
  return (
    wasOpened && (
      <Suspense>
        <SheetWindow {...props} />
      </Suspense>
    )
  );
}
