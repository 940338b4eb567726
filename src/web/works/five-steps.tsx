import type { WorkOverview } from '#contract/overview.ts';
import { formatList } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { stepsOfWork, type StepLook } from './steps-of-work.ts';

const bars: Readonly<Record<StepLook, string>> = {
  done: 'h-1.5 bg-done',
  open: 'h-1.5 inset-ring inset-ring-line2',
  skipped: 'h-px bg-line2',
  needs: 'h-1.5 bg-tally',
  running: 'h-1.5 stripes-work motion-safe:animate-stripes',
  failed: 'h-1.5 dashes-err',
  doubt: 'h-1.5 dashes-tally inset-ring inset-ring-tally',
};

/** The five steps of a work as a bar; one that is skipped is a hairline, so that the bar never looks unfinished. */
export function FiveSteps({ work }: { readonly work: WorkOverview }) {
  const t = useStrings('works');
  const steps = stepsOfWork(work);
  const words = steps.map(({ step, look }) => `${t.stepNames[step]} ${t.stepStates[look]}`);
  return (
    <div className="flex h-1.5 items-center gap-1">
      <VisuallyHidden>{`${t.steps}: ${formatList(words)}`}</VisuallyHidden>
      {steps.map(({ step, look }) => (
        <div key={step} aria-hidden="true" className={`min-w-0 grow rounded-[2px] ${bars[look]}`} />
      ))}
    </div>
  );
}
