import { formatBytes, formatShare } from '../../app/format.ts';
import { formatLeft } from '../../app/length.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { type EstimateOfAll, type Range, toldRange } from './estimate-of-all.ts';

const WORTH_SAYING = 0.01;

/** What the files will take, as far as it is known; null while it is counted. */
export function EstimateLine({ estimate, isCounting }: { estimate: EstimateOfAll | null; isCounting: boolean }) {
  const t = useStrings('exports');
  if (estimate === null) return <p className="text-12 text-ink3">{isCounting ? t.estimating : null}</p>;
  const { shareReused } = estimate;
  return (
    <p className="text-12 text-ink2">
      {inWords(estimate, t)}
      {shareReused >= WORTH_SAYING && (
        <span className="block text-ink3">{t.reusedFrames(formatShare(shareReused))}</span>
      )}
    </p>
  );
}

function inWords({ sizeBytes, renderS, files }: EstimateOfAll, t: Catalogue['exports']): string {
  const size = sizeBytes && rangeInWords(sizeBytes, formatBytes, t);
  const time = renderS && rangeInWords(renderS, (seconds) => formatLeft(seconds * 1000), t);
  if (size && time) return t.estimate(size, time, files);
  if (size) return t.estimateSize(size, files);
  return time ? t.estimateTime(time, files) : t.estimateUnknown;
}

function rangeInWords(range: Range, told: (value: number) => string, t: Catalogue['exports']): string {
  const [least, most] = toldRange(range).map(told);
  return most === undefined || most === least ? (least ?? '') : t.range(least ?? '', most);
}
