import { Eye } from 'lucide-react';
import type { WorkOverview } from '#contract/overview.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { needLink } from './need-link.ts';

interface WorkDueProps {
  readonly work: WorkOverview;
  readonly className?: string | undefined;
}

/** The one thing that is due in a work, as the amber button of a phone's foot. */
export function WorkDue({ work, className }: WorkDueProps) {
  const t = useStrings('works');
  const need = work.needs.find(({ what }) => what !== 'failed');
  if (!need) return null;
  const { what, count, sceneIndex } = need;
  const words =
    what === 'uncertain'
      ? t.lookAtDoubt
      : what === 'analysis'
        ? t.readAnalysis
        : count === 1 && sceneIndex !== null
          ? t.review(sceneIndex + 1)
          : t.reviewSome;
  return (
    <ButtonLink
      {...needLink({ projectId: work.projectId, workId: work.id }, need)}
      variant="amber"
      icon={Eye}
      className={className}
    >
      {words}
    </ButtonLink>
  );
}
