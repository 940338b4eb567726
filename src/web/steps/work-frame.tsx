import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { keys } from '../queries/keys.ts';
import { workQuery } from '../queries/works.ts';
import { STEPS } from '../pieces/step-states.ts';
import { progressOf } from './reached-step.ts';

const route = getRouteApi('/shell/p/$projectId/w/$workId');

/** Around the steps of a work: keeps how far it has come. */
export function WorkFrame() {
  const { projectId, workId } = route.useParams();
  const { data: work } = useSuspenseQuery(workQuery(projectId, workId));
  const last = useLocation({ select: ({ pathname }) => pathname.split('/').at(-1) });
  const opened = STEPS.find((step) => step === last);
  const currentStep = opened ? progressOf(work, opened) : null;
  useEffect(() => {
    if (currentStep === null) return;
    client
      .updateWork({ projectId, workId, currentStep })
      .then((saved) => queryClient.setQueryData(keys.work(workId), saved))
      .catch(() => {}); // only a mark: the next step says it again
  }, [projectId, workId, currentStep]);
  return <Outlet />;
}
