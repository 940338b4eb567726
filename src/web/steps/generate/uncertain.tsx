import { useQuery } from '@tanstack/react-query';
import { CircleHelp, Eye, RefreshCw, Search, ShieldCheck } from 'lucide-react';
import type { Job, ResolveAction } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';
import { client } from '../../app/api.ts';
import { formatClock, formatMoney } from '../../app/format.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { providersQuery } from '../../queries/providers.ts';
import { sceneEstimateQuery, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import { priceWords } from './price-words.ts';

interface UncertainProps extends ScenePlace {
  readonly kind: TakeKind;
  readonly job: Job;
  /** The picture that is safe either way, by its number. */
  readonly pictureNumber: number | null;
}

/**
 * A job of which nobody knows whether the vendor took it: what happened, and the ways to settle it. Nothing is ever
 * settled by itself, and nothing is sent again unless somebody says so.
 */
export function Uncertain({ kind, job, pictureNumber, ...place }: UncertainProps) {
  const t = useStrings('generate');
  const { data: providers } = useQuery(providersQuery);
  const provider = providers?.find(({ id }) => id === job.provider)?.name ?? job.provider ?? '';
  // The new request is the same one: the same engine and model, whatever is chosen for the work now.
  const models = {
    [`x-${kind}-provider`]: job.provider ?? '',
    ...(job.model === undefined ? {} : { [`x-${kind}-model-id`]: job.model }),
  };
  const { data: estimate } = useQuery(
    sceneEstimateQuery(place, { action: kind === 'image' ? 'picture' : 'clip', variants: 1 }, models),
  );
  const resolve = useAction({
    run: async (action: ResolveAction) => {
      const settled = await client.resolveJob({ jobId: job.id, action }, { idempotencyKey: crypto.randomUUID() });
      await Promise.all(
        [keys.work(place.workId), keys.jobs].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      return settled;
    },
    done: (settled, action) => {
      if (action === 'failed') toast({ title: t.uncertain.gaveUp });
      if (action !== 'look') return;
      const isStill = settled.status === 'uncertain';
      const reason = isStill ? settled.error?.error : undefined;
      toast({ title: isStill ? t.uncertain.stillUnsure : t.uncertain.goesOn, ...(reason ? { text: reason } : {}) });
    },
  });
  const isDoing = (action: ResolveAction): boolean => resolve.isPending && resolve.input === action;

  const price = estimate ? priceWords(t, estimate) : '';
  const isFree = estimate?.atMostMicroUsd === 0;
  const worst = estimate?.atMostMicroUsd == null ? null : estimate.atMostMicroUsd;
  const reason = reasonOf(job);
  return (
    <section aria-labelledby={`uncertain-${job.id}`} className="grid gap-4">
      <div className="grid gap-1.5">
        <p className="flex items-center gap-1.5 text-12 font-medium text-tally-text">
          <CircleHelp aria-hidden="true" className="size-3.5" />
          {t.uncertain.kicker[kind]}
        </p>
        <h3 id={`uncertain-${job.id}`} className="text-18">
          {t.uncertain.question(provider)}
        </h3>
        {job.model && <p className="text-12 text-ink3">{job.model}</p>}
      </div>
      <p className="text-13 text-ink2">{t.uncertain.what[kind](provider)}</p>
      <Way title={t.uncertain.look} price={t.free} isFree text={t.uncertain.lookText(provider)}>
        <Button variant="amber" icon={Search} pending={isDoing('look')} onClick={() => resolve.act('look')}>
          {t.uncertain.look}
        </Button>
      </Way>
      <Way
        title={t.uncertain.retry}
        price={isFree || worst === null ? price : t.range(formatMoney(worst), formatMoney(worst * 2))}
        isFree={isFree}
        text={isFree ? t.uncertain.retryFreeText : t.uncertain.retryText(price, provider)}
      >
        <Button icon={RefreshCw} pending={isDoing('retry')} onClick={() => resolve.act('retry')}>
          {isFree ? t.tryAgain : t.uncertain.retryFor(price)}
        </Button>
      </Way>
      <p className="flex gap-2 text-12 text-ink3">
        <ShieldCheck aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span>
          {worst ? `${t.uncertain.reserved(formatMoney(worst))} ` : ''}
          {pictureNumber === null ? '' : t.uncertain.kept(t.version(pictureNumber))}
        </span>
      </p>
      <div className="grid gap-1.5 border-t border-line pt-3">
        <h4 className="text-12 font-semibold">{t.uncertain.happened}</h4>
        <ol className="grid gap-1 text-12 text-ink2">
          <Line atMs={job.createdAt}>{t.uncertain.sent}</Line>
          {reason !== null && <Line atMs={job.updatedAt}>{t.uncertain.lost(reason)}</Line>}
          <Line atMs={job.updatedAt}>{t.uncertain.stopped}</Line>
        </ol>
      </div>
      <Button variant="quiet" icon={Eye} pending={isDoing('failed')} onClick={() => resolve.act('failed')}>
        {t.uncertain.giveUp[kind]}
      </Button>
    </section>
  );
}

/** What the server knows of why no answer came. */
function reasonOf({ error }: Job): string | null {
  const reason = (error?.details as { readonly reason?: unknown } | undefined)?.reason;
  return typeof reason === 'string' ? reason : null;
}

interface WayProps {
  readonly title: string;
  readonly price: string;
  readonly isFree: boolean;
  readonly text: string;
  readonly children: React.ReactNode;
}

/** One way to settle it, with what it costs. */
function Way({ title, price, isFree, text, children }: WayProps) {
  return (
    <div className="grid gap-2 rounded-6 border border-line2 p-3">
      <div className="flex items-baseline justify-between gap-3 text-13 font-semibold">
        <h4>{title}</h4>
        <span className={isFree ? 'text-done-text' : ''}>{price}</span>
      </div>
      <p className="text-12 text-ink2">{text}</p>
      {children}
    </div>
  );
}

function Line({ atMs, children }: { readonly atMs: number; readonly children: React.ReactNode }) {
  return (
    <li className="flex gap-3">
      <time dateTime={new Date(atMs).toISOString()} className="shrink-0 font-mono text-11 leading-4 text-ink3">
        {formatClock(atMs)}
      </time>
      <span>{children}</span>
    </li>
  );
}
