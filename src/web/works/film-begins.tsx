import { useSuspenseQuery } from '@tanstack/react-query';
import { workQuery } from '../queries/works.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { FilmProgress } from './film-progress.tsx';

const FRAMES = [0, 1, 2, 3];

/** The board of a film whose script is being written: the places its frames will fill. */
export function FilmBegins({ projectId, workId }: { readonly projectId: string; readonly workId: string }) {
  const t = useStrings('works');
  const { data: work } = useSuspenseQuery(workQuery(projectId, workId));
  const { width, height } = work.resolution;
  return (
    <main id="content" className="grow px-4 pt-6 pb-12 lg:px-6">
      <h1 tabIndex={-1} className="text-23">
        {t.film.begins}
      </h1>
      <p className="mt-0.5 mb-4 max-w-170 text-13 text-ink2">{work.productDescription}</p>
      <FilmProgress projectId={projectId} workId={workId} />
      <div className="mt-4 grid grid-cols-2 gap-2.5 sm:grid-cols-4 xl:grid-cols-5">
        {FRAMES.map((frame) => (
          <div key={frame} style={{ aspectRatio: `${width} / ${height}` }}>
            <Skeleton className="size-full rounded-10" />
          </div>
        ))}
      </div>
    </main>
  );
}
