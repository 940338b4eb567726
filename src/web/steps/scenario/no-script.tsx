import { useQuery } from '@tanstack/react-query';
import { PencilLine, ScrollText, Sparkles } from 'lucide-react';
import type { Work } from '#contract/work.ts';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import { workEstimateQuery } from '../../queries/work-estimate.ts';
import { Price } from '../../pieces/price.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BudgetNote } from './budget-note.tsx';
import { WriterChoice } from './writer-choice.tsx';

interface NoScriptProps {
  readonly work: Work;
  readonly models: ModelHeaders;
  readonly isStarting: boolean;
  readonly onWrite: () => void;
  readonly onByHand: () => void;
}

/** No scene yet: what will be here, and the two ways to begin. */
export function NoScript({ work, models, isStarting, onWrite, onByHand }: NoScriptProps) {
  const t = useStrings('scenario');
  const place = { projectId: work.projectId, workId: work.id };
  const { data: estimate } = useQuery(workEstimateQuery(place, { action: 'script' }, models));
  const hasBrief = Boolean(
    work.productDescription?.trim() || work.productName?.trim() || work.selectedAssetIds.length > 0 || work.analysis,
  );
  const refuses = estimate?.fits === false;
  return (
    <EmptyState
      isScreen
      icon={ScrollText}
      title={t.titleNone}
      className="mx-auto mt-[8vh] max-w-140"
      text={
        <div className="flex flex-col items-center gap-3">
          <p>
            {work.videoDuration === null || work.videoDuration === undefined
              ? t.noneTextOpen
              : t.noneText(String(work.videoDuration))}
          </p>
          {!hasBrief && <p className="text-tally-text">{t.briefEmpty}</p>}
          <WriterChoice workId={work.id} />
          <BudgetNote estimate={estimate} />
        </div>
      }
      action={
        <>
          {hasBrief ? (
            <Button variant="amber" icon={Sparkles} pending={isStarting} disabled={refuses} onClick={onWrite}>
              {t.writeScript} {estimate && <Price estimate={estimate} />}
            </Button>
          ) : (
            <ButtonLink variant="amber" to="/p/$projectId/w/$workId/init" params={place}>
              {t.toInit}
            </ButtonLink>
          )}
          <Button icon={PencilLine} onClick={onByHand}>
            {t.writeByHand}
          </Button>
        </>
      }
    />
  );
}
