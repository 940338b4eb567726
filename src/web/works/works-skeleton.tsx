import { useStrings } from '../strings/catalogue.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { worksGrid } from './works-grid.ts';

const CARDS = [0, 1, 2, 3, 4];

/** The works of a project while they are on their way, in their exact geometry. */
export function WorksSkeleton() {
  const t = useStrings('shell');
  return (
    <main id="content" aria-busy="true" className="grow px-4 pt-6 pb-12 sm:px-6">
      <h1 tabIndex={-1} className="sr-only">
        {t.loading}
      </h1>
      <Skeleton className="mt-10 h-7 w-64 max-w-full" />
      <Skeleton className="mt-2 h-4 w-48" />
      <Skeleton className="mt-6 h-8 w-80 max-w-full" />
      <div className={`${worksGrid} mt-4`}>
        {CARDS.map((card) => (
          <Skeleton key={card} className="aspect-[0.83] rounded-10" />
        ))}
      </div>
    </main>
  );
}
