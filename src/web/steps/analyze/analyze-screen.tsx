import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { workJobsQuery } from '../../queries/jobs.ts';
import { referenceFactsQuery } from '../../queries/references.ts';
import { workQuery } from '../../queries/works.ts';
import { FoundScreen } from './found-screen.tsx';
import { NoReference } from './no-reference.tsx';
import { NotLookedAt } from './not-looked-at.tsx';
import { latestLook } from './stage-of.ts';
import { useLook } from './use-look.ts';

const route = getRouteApi('/shell/p/$projectId/w/$workId/analyze');

/** The second step: what was found in the reference video, or what is still to be done for it. */
export function AnalyzeScreen() {
  const place = route.useParams();
  const { data: work } = useSuspenseQuery(workQuery(place.projectId, place.workId));
  const { data: jobs } = useQuery(workJobsQuery(place.workId));
  const { data: facts } = useQuery({
    ...referenceFactsQuery(place.projectId, place.workId),
    enabled: work.hasReferenceVideo,
  });
  const look = useLook(place, work.hasReferenceVideo);
  const job = latestLook(jobs ?? []);
  return (
    <main id="content" className="flex min-w-0 grow flex-col px-4 py-6 sm:px-6">
      {!work.hasReferenceVideo ? (
        <NoReference place={place} />
      ) : work.analysis ? (
        <FoundScreen work={work} analysis={work.analysis} facts={facts} job={job} look={look} />
      ) : (
        <NotLookedAt place={place} facts={facts} job={job} look={look} />
      )}
    </main>
  );
}
