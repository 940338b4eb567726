import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { keys } from '../../queries/keys.ts';
import { useModelHeaders } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { outlineEstimateQuery } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { nextStep, type NextStep } from './next-step.ts';
import { fitOf } from './plan.ts';
import { DEFAULT_DURATION_S, ownPicturesOf } from './brief-plan.ts';
import { useMoney } from './price-list.tsx';
import type { BriefDraft } from './use-brief.ts';
import { useFilmEstimate } from './use-film-estimate.ts';

/** What comes after the brief, and how to go there. */
export interface Next {
  readonly kind: NextStep['kind'];
  /** What is under way already. */
  readonly running: 'scenario' | 'analyze' | null;
  /** Why it was not started, once it was asked for. */
  readonly refusal: string | null;
  readonly isSubjectMissing: boolean;
  /** What pressing costs; null where it is free. */
  readonly price: string | null;
  readonly isPending: boolean;
  readonly go: () => void;
}

/** Starts what comes after the brief and goes there at once. */
export function useNext({ work, brief, flush }: BriefDraft): Next {
  const { next: t } = useStrings('init');
  const money = useMoney();
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const place = { projectId: work.projectId, workId: work.id };
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const llm = useModelHeaders(work.id, providers, settings, ['llm']);
  const vision = useModelHeaders(work.id, providers, settings, ['vision']);
  const jobs = useQuery(workJobsQuery(work.id)).data ?? [];
  const { hasReferenceVideo } = work;
  const said = { ...brief, hasReferenceVideo };
  const step = nextStep(said, { hasAnalysis: work.analysis !== null, hasScenes: work.scenes.length > 0 });
  const film = useQuery(useFilmEstimate(work));
  const look = useQuery({
    ...outlineEstimateQuery(place, 'analysis', vision),
    enabled: step.kind === 'analyze' && hasReferenceVideo,
  });
  const tooMany =
    step.kind === 'write' &&
    brief.sceneCount !== null &&
    !ownPicturesOf(brief) &&
    fitOf(brief.sceneCount, brief.videoDuration ?? DEFAULT_DURATION_S) === 'too-many';
  const start = useAction({
    run: async () => {
      await flush();
      const options = { async: true, idempotencyKey: crypto.randomUUID() } as const;
      if (step.kind === 'analyze') await client.analyzeWork({ ...place, ...vision }, options);
      else await client.writeScenario({ ...place, ...llm }, options);
      void queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(work.id) });
    },
    done: () =>
      void navigate({
        to: step.kind === 'analyze' ? '/p/$projectId/w/$workId/analyze' : '/p/$projectId/w/$workId/scenario',
        params: place,
      }),
  });
  const costs =
    step.kind === 'analyze'
      ? look.data?.expectedMicroUsd
      : film.data?.items.find(({ role }) => role === 'llm')?.expectedMicroUsd;
  return {
    kind: step.kind,
    running: runningOf(jobs),
    refusal: isAsked ? (step.missing ? t.missing[step.missing] : tooMany ? t.tooMany : null) : null,
    isSubjectMissing: isAsked && step.missing === 'subject',
    price: costs === undefined || costs === 0 ? null : money(costs),
    isPending: start.isPending,
    go: () => {
      setIsAsked(true);
      if (step.missing === 'subject') document.getElementById('subject-name')?.focus();
      if (step.missing === null && !tooMany) start.act(undefined);
    },
  };
}

function runningOf(jobs: readonly { readonly kind: string; readonly status: string }[]): Next['running'] {
  const isActive = ({ status }: { readonly status: string }) => status === 'queued' || status === 'running';
  const job = jobs.find((one) => isActive(one) && (one.kind === 'scenario' || one.kind === 'analyze'));
  return job === undefined ? null : job.kind === 'analyze' ? 'analyze' : 'scenario';
}
