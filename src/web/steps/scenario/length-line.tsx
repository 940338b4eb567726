import type { ScenarioScene } from '#contract/scene.ts';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { fitOf, placesOf, type LengthOffer } from './film-lengths.ts';

interface LengthLineProps {
  readonly scenes: readonly ScenarioScene[];
  readonly targetS: number | null;
  readonly onFit: (lengthsS: readonly number[]) => void;
}

/** How many scenes, how long together, how far from what is wanted, and one press that mends it. */
export function LengthLine({ scenes, targetS, onFit }: LengthLineProps) {
  const t = useStrings('scenario');
  const fit = fitOf(scenes, targetS);
  const total = formatSeconds(placesOf(scenes).totalS);
  const isOff = fit.kind === 'over' || fit.kind === 'under';
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 text-ink2">
      <span>
        {t.scenes(scenes.length)}, <strong className="font-semibold text-ink">{t.seconds(total)}</strong>
        {targetS !== null && ` ${t.ofTarget(plain(targetS))}.`}
      </span>
      {isOff && (
        <span className="text-tally-text">
          {fit.offer
            ? t[fit.kind](formatSeconds(fit.byS))
            : t[fit.kind === 'over' ? 'overOnly' : 'underOnly'](formatSeconds(fit.byS))}
        </span>
      )}
      {isOff && fit.offer && (
        <button
          type="button"
          onClick={() => fit.offer && onFit(fit.offer.lengthsS)}
          className="rounded-4 py-0.5 font-medium text-ink underline underline-offset-2 hover:no-underline"
        >
          {offerWords(t, fit.offer, fit.kind, targetS ?? 0)}
        </button>
      )}
    </p>
  );
}

function offerWords(
  t: ReturnType<typeof useStrings<'scenario'>>,
  offer: LengthOffer,
  kind: 'over' | 'under',
  targetS: number,
): string {
  if (offer.kind === 'all') return t.fitAll(plain(targetS));
  return t[kind === 'over' ? 'trimOne' : 'stretchOne'](offer.place + 1, formatSeconds(offer.toS));
}

/** Whole seconds as they are said, others with their tenth. */
const plain = (seconds: number): string => (Number.isInteger(seconds) ? String(seconds) : formatSeconds(seconds));
