import type { Made } from '#contract/cost.ts';
import { formatCount, formatSeconds } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';

const MINUTES_FROM_S = 180;

/** Says what was got: "38 pictures, 66 s of clips". */
export function useMadeWords(): (made: Made) => string {
  const { made: t } = useStrings('spend');
  return ({ pictures, clipSeconds, scripts, readings }) => {
    const clips =
      clipSeconds >= MINUTES_FROM_S
        ? t.clipsMinutes(formatCount(Math.round(clipSeconds / 60)))
        : t.clips(Number.isInteger(clipSeconds) ? formatCount(clipSeconds) : formatSeconds(clipSeconds));
    const parts = [
      ...(pictures > 0 ? [t.pictures(pictures, formatCount(pictures))] : []),
      ...(clipSeconds > 0 ? [clips] : []),
      ...(scripts > 0 ? [t.scripts(scripts, formatCount(scripts))] : []),
      ...(readings > 0 ? [t.readings(readings, formatCount(readings))] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : t.nothing;
  };
}
