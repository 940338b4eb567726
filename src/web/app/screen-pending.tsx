import { useStrings } from '../strings/catalogue.ts';
import { Skeleton } from '../ui/skeleton.tsx';

/** The place of a screen that takes a moment and has no skeleton of its own. */
export function ScreenPending() {
  const t = useStrings('shell');
  return (
    <main id="content" aria-busy="true" className="grid w-full content-start gap-4 p-4 sm:p-6">
      <p className="sr-only">{t.loading}</p>
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="h-4 w-52" />
      <Skeleton className="mt-4 h-40 w-full" />
      <Skeleton className="h-40 w-full" />
    </main>
  );
}
