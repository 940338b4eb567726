import { useSuspenseQuery } from '@tanstack/react-query';
import type { Job } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { usePanelSearch } from './panel-search.ts';

/** The jobs of a scene of which nobody knows whether the vendor took them, by what they make. */
function useDoubts({ workId, sceneIndex }: ScenePlace): Readonly<Record<TakeKind, Job | undefined>> {
  const { data: jobs } = useSuspenseQuery(workJobsQuery(workId));
  const own = jobs.filter((job) => job.sceneIndex === sceneIndex && job.status === 'uncertain' && !job.parts);
  return { image: own.find(({ kind }) => kind === 'image'), video: own.find(({ kind }) => kind === 'video') };
}

/** Which side of a scene is shown, and what is in doubt there; unless the address says which, the one in doubt. */
export function usePanelTab(place: ScenePlace): { readonly tab: TakeKind; readonly doubt: Job | undefined } {
  const { tab: asked } = usePanelSearch();
  const doubts = useDoubts(place);
  const tab = asked ?? (doubts.video && !doubts.image ? 'video' : 'image');
  return { tab, doubt: doubts[tab] };
}
