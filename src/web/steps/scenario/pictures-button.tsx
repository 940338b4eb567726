import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { client } from '../../app/api.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { useAction } from '../../app/use-action.ts';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import { workEstimateQuery } from '../../queries/work-estimate.ts';
import { Price } from '../../pieces/price.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { BudgetNote } from './budget-note.tsx';

interface PicturesButtonProps {
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly models: ModelHeaders;
  /** How many pictures are of other inputs by now. */
  readonly changedCount: number;
  /** Nothing else on the screen waits for an answer. */
  readonly isNext: boolean;
}

/** Onwards: makes the pictures that are missing, or those whose scene has changed, and shows them. */
export function PicturesButton({ place, models, changedCount, isNext }: PicturesButtonProps) {
  const t = useStrings('scenario');
  const navigate = useNavigate();
  const missing = useQuery(workEstimateQuery(place, { action: 'pictures' }, models));
  const isMissing = (missing.data?.items.length ?? 0) > 0;
  const again = useQuery({
    ...workEstimateQuery(place, { action: 'pictures', only: 'changed' }, models),
    enabled: missing.isSuccess && !isMissing && changedCount > 0,
  });
  const only = isMissing
    ? ('missing' as const)
    : again.data && again.data.items.length > 0
      ? ('changed' as const)
      : null;
  const estimate = only === 'missing' ? missing.data : only === 'changed' ? again.data : undefined;
  const start = useAction({
    run: async () => {
      await flushAll();
      if (only) await client.generateImages({ ...place, ...models, only }, { idempotencyKey: crypto.randomUUID() });
    },
    done: () => void navigate({ to: '/p/$projectId/w/$workId/generate', params: place }),
  });
  const words = only === 'changed' ? t.makeAgain(estimate?.items.length ?? 0) : only ? t.makePictures : t.toPictures;
  return (
    <div className="flex flex-col items-end gap-1 max-sm:grow max-sm:items-stretch">
      <Button
        variant={isNext ? 'amber' : 'ink'}
        iconEnd={ArrowRight}
        pending={start.isPending}
        aria-disabled={estimate?.fits === false || missing.isPending}
        onClick={() => {
          if (estimate?.fits !== false && !missing.isPending) start.act(undefined);
        }}
      >
        <span className={only === 'missing' ? 'max-sm:hidden' : undefined}>{words}</span>
        {only === 'missing' && <span className="sm:hidden">{t.makePicturesShort}</span>}
        {estimate && <Price estimate={estimate} />}
      </Button>
      <BudgetNote estimate={estimate} />
    </div>
  );
}
