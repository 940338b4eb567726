import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import type { WorkOverview } from '#contract/overview.ts';
import { formatAgo } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from '../ui/classes.ts';
import { FiveSteps } from './five-steps.tsx';
import { Poster } from './poster.tsx';
import { shapeInWords } from './shape-in-words.ts';
import { stateOfWork } from './state-of-work.ts';
import { stepNow } from './steps-of-work.ts';
import { WorkMenu } from './work-menu.tsx';
import { WorkStateLine } from './work-state-line.tsx';

interface WorkCardProps {
  readonly work: WorkOverview;
  readonly lazy: boolean;
  readonly onPlay: (work: WorkOverview) => void;
}

/** A work as a card: its picture, its steps, how it stands; the whole card leads to the step that matters now. */
export function WorkCard({ work, lazy, onPlay }: WorkCardProps) {
  const t = useStrings('works');
  const { id: workId, projectId, name, resolution, counts, updatedAt, film } = work;
  const state = stateOfWork(work, t);
  const step = stepNow(work);
  const isFinished = state.kind === 'done';
  return (
    <li
      className={classes(
        'relative flex min-w-0 flex-col rounded-10 bg-panel p-2 transition-colors duration-150',
        'has-[a[data-card]:hover]:bg-raise has-[a[data-card]:focus-visible]:outline-2 has-[a[data-card]:focus-visible]:outline-offset-2 has-[a[data-card]:focus-visible]:outline-ink',
        (state.kind === 'needs' || state.kind === 'doubt') && 'inset-ring-2 inset-ring-tally',
      )}
    >
      <div className="relative">
        <Poster work={work} lazy={lazy} />
        {film && (
          <button
            type="button"
            aria-label={t.play(name)}
            onClick={() => onPlay(work)}
            className="absolute end-2 bottom-2 z-1 grid size-9 cursor-pointer place-items-center rounded-full bg-black/75 text-white inset-ring inset-ring-white/30 transition-colors duration-150 hover:bg-black touch:size-11"
          >
            <Play aria-hidden="true" className="size-4 translate-x-px fill-current" />
          </button>
        )}
      </div>
      <div className="flex grow flex-col px-0.5 pt-3 pb-0.5">
        <FiveSteps work={work} />
        <div className="mt-2 flex items-start justify-between gap-1">
          <Link
            to={`/p/$projectId/w/$workId/${step}`}
            params={{ projectId, workId }}
            data-card
            className="min-w-0 truncate py-0.5 text-13 font-semibold text-ink no-underline outline-none after:absolute after:inset-0"
          >
            {name}
          </Link>
          <span className="relative z-1 -my-1 -me-1.5">
            <WorkMenu work={work} onPlay={film ? () => onPlay(work) : undefined} />
          </span>
        </div>
        <WorkStateLine state={state} />
        <p className="mt-1 flex items-baseline justify-between gap-2 text-12 text-ink3">
          <span className="min-w-0 truncate">
            <span className="text-ink2 max-sm:sr-only">{isFinished ? t.stepNames.finished : t.stepNames[step]}, </span>
            {counts.scenes > 0 && `${t.scenes(counts.scenes)}, `}
            {shapeInWords(resolution)}
          </span>
          <span className="shrink-0 max-sm:sr-only">{formatAgo(updatedAt)}</span>
        </p>
      </div>
    </li>
  );
}
