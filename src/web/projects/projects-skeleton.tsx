import { useStrings } from '../strings/catalogue.ts';
import { Skeleton } from '../ui/skeleton.tsx';

const ROWS = [0, 1, 2, 3];

/** The list of projects while it is on its way, in its exact geometry. */
export function ProjectsSkeleton() {
  const t = useStrings('shell');
  return (
    <main id="content" aria-busy="true" className="mx-auto w-full max-w-304 grow px-4 pt-8 pb-12 sm:px-6">
      <h1 tabIndex={-1} className="sr-only">
        {t.loading}
      </h1>
      <Skeleton className="h-7 w-80 max-w-full" />
      <Skeleton className="mt-2 h-4 w-64" />
      <Skeleton className="mt-5 h-12 rounded-10" />
      <Skeleton className="mt-5 h-8 w-64" />
      <div className="mt-9 flex flex-col gap-1.5">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-20 rounded-10 lg:h-24" />
        ))}
      </div>
    </main>
  );
}
