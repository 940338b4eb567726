import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Project } from '#contract/project.ts';
import { formatMoney } from '../../app/format.ts';
import { assetsQuery } from '../../queries/assets.ts';
import { chooseModel } from '../../queries/model-choice.ts';
import { providersQuery } from '../../queries/providers.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { briefPlan } from './brief-plan.ts';
import { FramePreview } from './frame-preview.tsx';
import { PlanRuler } from './plan-ruler.tsx';
import { PriceList } from './price-list.tsx';
import { tightestBudget } from './price-lines.ts';
import type { BriefDraft } from './use-brief.ts';
import { useFilmEstimate } from './use-film-estimate.ts';

const ROLES = ['llm', 'image', 'video'] as const;

interface PlanPanelProps {
  readonly draft: BriefDraft;
  readonly project: Project;
}

/** What the brief will make, live: a frame of it, its scenes, what they cost, and the way that costs nothing. */
export function PlanPanel({ draft: { work, brief }, project }: PlanPanelProps) {
  const { plan: t } = useStrings('init');
  const [{ data: providers }, { data: files }] = useSuspenseQueries({
    queries: [providersQuery, assetsQuery(project.id)],
  });
  const estimate = useQuery(useFilmEstimate(work));
  const plan = briefPlan(brief, work);
  const durationS = plan.lengthsS.reduce((sum, lengthS) => sum + lengthS, 0);
  const first = files.assets.find(({ id }) => id === brief.selectedAssetIds[0]);
  const palette = brief.styleGuide?.color_palette ?? work.analysis?.color_palette ?? project.styleGuide.color_palette;
  const isFree = estimate.data?.items.every(({ provider }) => provider === 'local') ?? false;
  const budget = estimate.data && tightestBudget(estimate.data);
  const makeFree = () => {
    for (const role of ROLES) {
      const builtIn = providers.find(({ id, category }) => id === 'local' && category === role);
      chooseModel(work.id, role, { provider: 'local', model: builtIn?.models[0]?.id ?? '' });
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <FramePreview size={brief.resolution} picture={first?.thumbnail ?? null} palette={palette ?? []} />
      <PlanRuler plan={plan} />
      {estimate.data ? (
        <PriceList estimate={estimate.data} providers={providers} durationS={durationS} />
      ) : estimate.error ? (
        <p className="text-12 text-ink2">
          {t.noPrice} {estimate.error.message}
        </p>
      ) : (
        <Skeleton className="h-28" />
      )}
      {estimate.data && !estimate.data.fits && budget && (
        <Notice
          tone="attention"
          title={t.over.title(formatMoney(Math.max(0, budget.leftMicroUsd)))}
          action={
            <>
              <Button size="sm" variant="ink" onClick={makeFree}>
                {t.over.free}
              </Button>
              <ButtonLink size="sm" to="/p/$projectId/settings/$tab" params={{ projectId: project.id, tab: 'budget' }}>
                {t.over.lift}
              </ButtonLink>
            </>
          }
        >
          {t.over.text}
        </Notice>
      )}
      {estimate.data?.fits && !isFree && (
        <Button size="sm" variant="quiet" className="self-start px-0! underline" onClick={makeFree}>
          {t.makeFree}
        </Button>
      )}
      {isFree && (
        <p className="text-12 text-ink2">
          {t.allFree}{' '}
          <Link to="/settings/providers" className="text-ink underline">
            {t.addKey}
          </Link>
        </p>
      )}
    </div>
  );
}
