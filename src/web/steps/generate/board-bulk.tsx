import { useQuery } from '@tanstack/react-query';
import { Clapperboard, Ellipsis, Play, RefreshCw, Sparkles, Stamp } from 'lucide-react';
import type { WantedTakes } from '#contract/scene-changes.ts';
import { client } from '../../app/api.ts';
import { formatMoney } from '../../app/format.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { workEstimateQuery } from '../../queries/work-estimate.ts';
import { keys } from '../../queries/keys.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';
import { countStates } from './board.ts';
import { priceWords } from './price-words.ts';
import { WithPrice } from './with-price.tsx';
import type { Board } from './use-board.ts';

interface BoardBulkProps {
  readonly board: Board;
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly onPlay: () => void;
}

type Kind = 'image' | 'video';

/** What is done with many scenes at once, each with its price; what the budget would refuse is said before it is pressed. */
export function BoardBulk({ board: { cards, headers }, place, onPlay }: BoardBulkProps) {
  const t = useStrings('generate');
  const counts = countStates(cards);
  const changed = cards.filter(({ changed: what }) => what !== null);
  const changedKind: Kind = changed.some(({ changed: what }) => what === 'image') ? 'image' : 'video';
  const images = useQuery({
    ...workEstimateQuery(place, { action: 'pictures', only: 'missing' }, headers),
    enabled: counts.pending > 0,
  });
  const clips = useQuery({
    ...workEstimateQuery(place, { action: 'clips', only: 'missing' }, headers),
    enabled: counts.approved > 0,
  });
  const again = useQuery({
    ...workEstimateQuery(place, { action: changedKind === 'image' ? 'pictures' : 'clips', only: 'changed' }, headers),
    enabled: changed.length > 0,
  });
  const start = useAction({
    run: async ({ kind, only }: { readonly kind: Kind; readonly only: WantedTakes }) => {
      const asked = { ...place, ...headers, only };
      const once = { idempotencyKey: crypto.randomUUID() };
      const { jobs } = await (kind === 'image'
        ? client.generateImages(asked, once)
        : client.generateVideos(asked, once));
      await queryClient.invalidateQueries({ queryKey: keys.work(place.workId) });
      return jobs.length;
    },
    done: (count) => toast({ title: count === 0 ? t.nothingToStart : t.started(count) }),
  });
  const approveAll = useAction({
    run: async (animate: boolean) => {
      const due = cards.filter(({ state }) => state === 'review');
      try {
        for (const { index } of due) {
          const asked = { ...place, ...headers, sceneIndex: index, animate };
          await client.approveScene(asked, { idempotencyKey: crypto.randomUUID() });
        }
      } finally {
        await queryClient.invalidateQueries({ queryKey: keys.work(place.workId) });
      }
      return due.length;
    },
    done: (count) => toast({ title: t.approveAllDone(count) }),
  });

  const isFirst = counts.pending === cards.length;
  const refusal = [images.data, clips.data].find((estimate) => estimate && !estimate.fits);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {counts.pending > 0 && (
          <Button
            variant={isFirst ? 'amber' : 'outline'}
            icon={Sparkles}
            pending={start.isPending && start.input?.kind === 'image'}
            onClick={() => start.act({ kind: 'image', only: 'missing' })}
          >
            <WithPrice what={isFirst ? t.makeAllImages : t.makeImages} price={images.data} />
          </Button>
        )}
        {counts.approved > 0 && (
          <Button
            icon={Clapperboard}
            pending={start.isPending && start.input?.kind === 'video'}
            onClick={() => start.act({ kind: 'video', only: 'missing' })}
          >
            <WithPrice what={t.makeClips} price={clips.data} />
          </Button>
        )}
        <ButtonLink
          to="/p/$projectId/w/$workId/editor"
          params={place}
          variant={counts.done === cards.length ? 'amber' : 'ink'}
          className="max-sm:hidden"
        >
          {t.openEditor}
        </ButtonLink>
        <Menu
          trigger={<IconButton variant="outline" icon={Ellipsis} label={t.more} pending={approveAll.isPending} />}
          items={[
            { label: t.playBoard, icon: Play, shortcut: 'P', onSelect: onPlay },
            'separator',
            {
              label: t.approveAll(counts.review),
              icon: Stamp,
              disabled: counts.review === 0,
              onSelect: () => approveAll.act(false),
            },
            {
              label: t.animateAll,
              icon: Clapperboard,
              disabled: counts.review === 0,
              onSelect: () => approveAll.act(true),
            },
            {
              label: t.makeClips,
              icon: Clapperboard,
              disabled: counts.approved === 0,
              hint: counts.approved === 0 ? t.needsApproval : clips.data ? priceWords(t, clips.data) : undefined,
              onSelect: () => start.act({ kind: 'video', only: 'missing' }),
            },
            {
              label: t.makeChanged(changed.length),
              icon: RefreshCw,
              disabled: changed.length === 0,
              hint: again.data && changed.length > 0 ? priceWords(t, again.data) : undefined,
              onSelect: () => start.act({ kind: changedKind, only: 'changed' }),
            },
          ]}
        />
      </div>
      {refusal && (
        <Notice
          tone="attention"
          title={t.budgetTitle}
          className="basis-full"
          action={
            <ButtonLink
              size="sm"
              to="/p/$projectId/settings/$tab"
              params={{ projectId: place.projectId, tab: 'budget' }}
            >
              {t.toBudget}
            </ButtonLink>
          }
        >
          {refusal.atMostMicroUsd === null
            ? t.priceless
            : t.budgetText(formatMoney(refusal.atMostMicroUsd), formatMoney(tightest(refusal.budgets)))}
        </Notice>
      )}
    </>
  );
}

const tightest = (budgets: readonly { readonly leftMicroUsd: number; readonly fits: boolean }[]): number =>
  Math.min(...budgets.filter(({ fits }) => !fits).map(({ leftMicroUsd }) => leftMicroUsd));
