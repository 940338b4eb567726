import { Film } from 'lucide-react';
import type { WorkOverview } from '#contract/overview.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NewWorkChoices } from './new-work-choices.tsx';
import { isIn, type WorkFilter } from './state-of-work.ts';
import { WorkCard } from './work-card.tsx';
import { worksGrid } from './works-grid.ts';
import { WorksTable } from './works-table.tsx';

interface WorksShownProps {
  readonly projectId: string;
  readonly works: readonly WorkOverview[];
  /** Left out: all of them, and after the last one a place for the next. */
  readonly filter: WorkFilter | undefined;
  readonly view: 'grid' | 'list';
  readonly onPlay: (work: WorkOverview) => void;
  readonly onShowAll: () => void;
}

const ABOVE_THE_FOLD = 10;

/** The works as cards or as a list, and what is said where there are none. */
export function WorksShown({ projectId, works, filter, view, onPlay, onShowAll }: WorksShownProps) {
  const t = useStrings('works');
  const shown = filter === undefined ? works : works.filter((work) => isIn(filter, work));
  if (works.length === 0) {
    return (
      <EmptyState
        icon={Film}
        title={t.newWork}
        text={t.emptyText}
        action={
          <div className="w-64 text-start">
            <NewWorkChoices projectId={projectId} />
            <p className="mt-3 text-12 text-ink3">{t.dropHint}</p>
          </div>
        }
      />
    );
  }
  if (shown.length === 0) {
    return <EmptyState title={t.noneOfFilter} action={<Button onClick={onShowAll}>{t.showAll}</Button>} />;
  }
  if (view === 'list') return <WorksTable works={shown} onPlay={onPlay} />;
  return (
    <ul className={worksGrid}>
      {shown.map((work, place) => (
        <WorkCard key={work.id} work={work} lazy={place >= ABOVE_THE_FOLD} onPlay={onPlay} />
      ))}
      {filter === undefined && (
        <li className="flex min-w-0 flex-col justify-between gap-4 rounded-10 border border-dashed border-line2 p-3 max-sm:col-span-2 sm:p-4">
          <div>
            <h2 className="text-13">{t.newWork}</h2>
            <p className="mt-0.5 mb-3 text-12 text-ink2">{t.newWorkText}</p>
            <NewWorkChoices projectId={projectId} />
          </div>
          <p className="text-12 text-ink3">{t.dropHint}</p>
        </li>
      )}
    </ul>
  );
}
