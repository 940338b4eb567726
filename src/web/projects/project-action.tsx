import type { ProjectOverview } from '#contract/overview.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { isAboutKey, needLink } from '../works/need-link.ts';

interface ProjectActionProps {
  readonly project: ProjectOverview;
  /** The first of the list that needs its user: the one amber button. */
  readonly isFirst: boolean;
  /** At the foot of a phone the button says what it leads to. */
  readonly isLong?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The one thing that is due in a project, where one is. */
export function ProjectAction({ project, isFirst, isLong = false, className }: ProjectActionProps) {
  const t = useStrings('projects');
  const { id: projectId, needs, works } = project;
  const looks = { size: isLong ? 'md' : 'sm', className } as const;
  const waits = needs.find(({ what }) => what !== 'failed') ?? needs[0];
  if (!waits) {
    if (works > 0) return null;
    return (
      <ButtonLink to="/p/$projectId" params={{ projectId }} search={{ new: 'work' }} {...looks}>
        {t.newWork}
      </ButtonLink>
    );
  }
  if (isAboutKey(waits)) {
    return (
      <ButtonLink to="/settings/providers" {...looks}>
        {t.fixKey}
      </ButtonLink>
    );
  }
  const { what, sceneIndex, count } = waits;
  const words = {
    uncertain: t.look,
    review: isLong && count === 1 && sceneIndex !== null ? t.reviewSceneButton(sceneIndex + 1) : t.review,
    analysis: t.read,
    failed: t.seeWhy,
  }[what];
  const isAmber = isFirst && what !== 'failed';
  return (
    <ButtonLink
      {...needLink({ projectId, workId: waits.workId }, waits)}
      variant={isAmber ? 'amber' : 'outline'}
      aria-label={`${words}: ${project.name}`}
      {...looks}
    >
      {words}
    </ButtonLink>
  );
}
