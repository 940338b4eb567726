import { useQuery } from '@tanstack/react-query';
import { ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '#contract/project.ts';
import { formatMoney, formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { briefPlan } from './brief-plan.ts';
import { shapeOf } from './formats.ts';
import { NextButton } from './next-button.tsx';
import { PlanPanel } from './plan-panel.tsx';
import type { BriefDraft } from './use-brief.ts';
import { useFilmEstimate } from './use-film-estimate.ts';
import type { Next } from './use-next.ts';

interface PlanBarProps {
  readonly draft: BriefDraft;
  readonly project: Project;
  readonly next: Next;
}

/** On a narrow window the plan is one line above the button, and opens from it. */
export function PlanBar({ draft, project, next }: PlanBarProps) {
  const { plan: t } = useStrings('init');
  const { work, brief } = draft;
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(useFilmEstimate(work));
  const { lengthsS } = briefPlan(brief, work);
  const wholeS = lengthsS.reduce((sum, lengthS) => sum + lengthS, 0);
  const costs = data?.expectedMicroUsd;
  return (
    <aside
      aria-label={t.heading}
      className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-panel px-3 pt-2 pb-[max(12px,env(safe-area-inset-bottom))]"
    >
      <button
        type="button"
        className="flex min-h-8 items-center gap-2 rounded-4 text-start text-12"
        onClick={() => setIsOpen(true)}
      >
        <span className="min-w-0 truncate text-ink2">
          {t.line(lengthsS.length, formatSeconds(wholeS).replace(/\D0$/, ''), shapeOf(brief.resolution))}
        </span>
        <span className="ms-auto shrink-0 text-ink3">
          {costs === undefined
            ? ''
            : costs === null
              ? t.unknown
              : costs === 0
                ? t.lineFree
                : t.lineLater(formatMoney(costs))}
        </span>
        <span className="sr-only">{t.open}</span>
        <Glyph icon={ChevronUp} className="text-ink3" />
      </button>
      <NextButton next={next} place={{ projectId: work.projectId, workId: work.id }} />
      <Sheet open={isOpen} onOpenChange={setIsOpen} title={t.heading}>
        <PlanPanel draft={draft} project={project} />
      </Sheet>
    </aside>
  );
}
