import { useState } from 'react';
import type { Export } from '#contract/export.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { isAskedAgain } from './exports-in-groups.ts';
import { FailedExport } from './failed-export.tsx';
import { FinishedExport } from './finished-export.tsx';
import type { ExportsPlace } from './use-export-actions.ts';

const SHOWN_FIRST = 5;

interface EndedExportsProps {
  readonly films: readonly Export[];
  /** These and those under way. */
  readonly all: readonly Export[];
  readonly place: ExportsPlace;
  /** What the work is called. */
  readonly name: string;
}

/** What came of earlier exports, the newest first: files to be had again, and what did not become one. */
export function EndedExports({ films, all, place, name }: EndedExportsProps) {
  const t = useStrings('exports');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? films : films.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="exports-ended">
      <h3 id="exports-ended" className="mb-1 text-13 font-semibold">
        {t.finished}
      </h3>
      <ul>
        {shown.map((film) => (
          <li key={film.id} className="py-1.5">
            {film.status === 'done' ? (
              <FinishedExport film={film} place={place} name={name} />
            ) : (
              <FailedExport film={film} place={place} isPast={isAskedAgain(film, all)} />
            )}
          </li>
        ))}
      </ul>
      {shown.length < films.length && (
        <Button size="sm" variant="quiet" className="mt-1" onClick={() => setShowsAll(true)}>
          {t.showAll(films.length)}
        </Button>
      )}
    </section>
  );
}
