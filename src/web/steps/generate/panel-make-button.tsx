import { RefreshCw, Recycle, Sparkles } from 'lucide-react';
import type { TakeKind } from '#contract/take.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { workJobsQuery } from '../../queries/jobs.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { sceneWork } from './panel-jobs.ts';
import { useMake } from './panel-make.ts';
import { PanelPriceTag } from './panel-price-tag.tsx';
import { PanelRefusal } from './panel-refusal.tsx';

interface MakeButtonProps extends ScenePlace {
  readonly kind: TakeKind;
  /** What the next take will be called. */
  readonly number: number;
  /** There is none yet, so that this is what to do. */
  readonly isFirst: boolean;
  readonly isDirect: boolean;
  readonly withoutPicture?: boolean;
}

/** Makes the next take, with its price; why it cannot be is said beside it. */
export function MakeButton({ kind, number, isFirst, isDirect, withoutPicture = false, ...place }: MakeButtonProps) {
  const t = useStrings('scenePanel');
  const { engine, estimate, make, variants } = useMake(place, kind);
  const { data: jobs } = useSuspenseQuery(workJobsQuery(place.workId));
  const at = { sceneIndex: place.sceneIndex, kind, newestTakeAtMs: null };
  const isInDoubt = sceneWork(jobs, at).uncertain !== null;
  const reusable = estimate?.items.find((item) => item.reusable)?.reusable;
  const isRefused = estimate?.fits === false;
  const label = isDirect
    ? t.useOwn
    : variants > 1
      ? t.makeMany(variants)
      : isFirst
        ? kind === 'image'
          ? t.makePicture
          : t.makeClip
        : t.makeNext(number);
  return (
    <>
      {withoutPicture && <p className="order-first basis-full text-12 text-ink3">{t.pictureFirst}</p>}
      {estimate?.atMostMicroUsd !== 0 &&
        estimate?.says.map((sentence) => (
          <p key={sentence} className="order-first basis-full text-12 text-ink3">
            {sentence}
          </p>
        ))}
      <PanelRefusal place={place} estimate={estimate} error={make.error} />
      {reusable && !isDirect && estimate?.atMostMicroUsd !== 0 && (
        <Button
          size="sm"
          variant="quiet"
          icon={Recycle}
          pending={make.isPending}
          onClick={() => make.act({ reuse: true })}
          className="order-first basis-full"
        >
          {t.reuse}
        </Button>
      )}
      <Button
        variant={isFirst ? 'amber' : 'outline'}
        icon={isFirst ? Sparkles : RefreshCw}
        pending={make.isPending}
        disabled={withoutPicture || engine.needsKey || isRefused || isInDoubt}
        onClick={() => make.act({})}
        className="grow whitespace-nowrap"
      >
        <span>{label}</span>
        {estimate && !isDirect && <PanelPriceTag estimate={estimate} />}
      </Button>
    </>
  );
}
