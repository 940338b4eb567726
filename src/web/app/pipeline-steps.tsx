import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Check, SkipForward } from 'lucide-react';
import { workQuery } from '../queries/works.ts';
import { STEPS, stepStates, type Step, type StepState } from '../pieces/step-states.ts';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';

/** The steps of the work that is open, as links; none is locked. On a phone only the present one is written out. */
export function PipelineSteps() {
  const t = useStrings('shell');
  const { projectId = '', workId = '' } = useParams({ strict: false });
  const { data: states } = useQuery({ ...workQuery(projectId, workId), enabled: workId !== '', select: stepStates });
  if (workId === '') return null;
  return (
    <nav
      aria-label={t.steps}
      className="flex min-w-0 items-center gap-1 max-md:order-last max-md:w-full max-md:border-t max-md:border-line max-md:px-2 max-md:py-1 md:justify-center"
    >
      {STEPS.map((step, index) => (
        <Link
          key={step}
          to={`/p/$projectId/w/$workId/${step}`}
          params={{ projectId, workId }}
          className={classes(
            'group inline-flex min-h-8 min-w-8 items-center justify-center gap-2 rounded-6 px-2.5 text-13 text-ink2 no-underline',
            'hover:text-ink max-md:min-h-11 max-md:flex-1 max-md:px-1 aria-[current=page]:bg-lift aria-[current=page]:font-medium',
            'aria-[current=page]:text-ink max-md:aria-[current=page]:flex-[2.6]',
          )}
        >
          <Mark step={step} state={states?.[step] ?? 'open'} number={index + 1} />
        </Link>
      ))}
    </nav>
  );
}

interface MarkProps {
  readonly step: Step;
  readonly state: StepState;
  readonly number: number;
}

function Mark({ step, state, number }: MarkProps) {
  const t = useStrings('shell');
  return (
    <>
      <span aria-hidden="true" className="hidden size-4 place-items-center group-aria-[current=page]:grid">
        <span className="size-2 rounded-full bg-tally" />
      </span>
      <span aria-hidden="true" className="grid place-items-center group-aria-[current=page]:hidden">
        {state === 'done' && <Glyph icon={Check} className="text-done" />}
        {state === 'skipped' && <Glyph icon={SkipForward} className="text-ink3 rtl:-scale-x-100" />}
        {state === 'open' && <span className="text-12 text-ink3">{number}</span>}
      </span>
      <span className="truncate max-md:sr-only max-md:group-aria-[current=page]:not-sr-only">{t.step[step]}</span>
      {state === 'skipped' && <span className="text-11 text-ink3 max-lg:sr-only">{t.stepSkipped}</span>}
      {state === 'done' && <span className="sr-only">{t.stepDone}</span>}
    </>
  );
}
