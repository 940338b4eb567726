import { useSuspenseQuery } from '@tanstack/react-query';
import type { Job } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';
import { takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { numberedTakes } from './takes-numbered.ts';
import { TakesSection } from './takes-section.tsx';
import { Uncertain } from './uncertain.tsx';

interface PanelDoubtProps extends ScenePlace {
  readonly kind: TakeKind;
  readonly job: Job;
}

/** A question that is open between us and a vendor stands in the place of everything that could ask once more. */
export function PanelDoubt({ kind, job, ...place }: PanelDoubtProps) {
  const { data: takes } = useSuspenseQuery(takesQuery(place));
  const picture = numberedTakes(takes, 'image').find(({ picked }) => picked);
  return (
    <>
      <Uncertain {...place} kind={kind} job={job} pictureNumber={picture?.number ?? null} />
      <TakesSection {...place} kind={kind} />
    </>
  );
}
