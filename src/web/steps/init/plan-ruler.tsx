import { formatSeconds, formatTimecode } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { Plan } from './plan.ts';

const MOST_NUMBERED = 14; // more numbers than that are not legible

/** The film as a ruler: each scene as wide as it is long. */
export function PlanRuler({ plan: { lengthsS, follows } }: { readonly plan: Plan }) {
  const { plan: t } = useStrings('init');
  const wholeS = lengthsS.reduce((sum, lengthS) => sum + lengthS, 0);
  const count = lengthsS.length;
  const says = follows
    ? t.paced(count, formatSeconds(Math.min(...lengthsS)), formatSeconds(Math.max(...lengthsS)))
    : t.each(count, formatSeconds(wholeS / Math.max(1, count)));
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-12 font-semibold text-ink2">{t.plan}</h3>
        <p className="text-12 text-ink3">{says}</p>
      </div>
      <div aria-hidden="true" className="flex h-7 gap-0.5 overflow-hidden rounded-4">
        {lengthsS.map((lengthS, place) => (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- a scene of a plan is its place
            key={place}
            className="flex min-w-0 items-center justify-center overflow-hidden rounded-4 bg-lift font-mono text-11 text-ink2 inset-ring inset-ring-line2 light:bg-raise"
            style={{ flexGrow: lengthS, flexBasis: 0 }}
          >
            {count <= MOST_NUMBERED && String(place + 1).padStart(2, '0')}
          </div>
        ))}
      </div>
      <div aria-hidden="true" className="flex justify-between font-mono text-11 text-ink3">
        {[0, wholeS / 2, wholeS].map((atS) => (
          <span key={atS}>{formatTimecode(atS)}</span>
        ))}
      </div>
    </div>
  );
}
