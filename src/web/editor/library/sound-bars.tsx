import { useQuery } from '@tanstack/react-query';
import type { EditSource } from '#contract/edit.ts';
import { fewerPeaks } from '../../assets/fewer-peaks.ts';
import { sourcePeaksQuery } from '../../queries/edit.ts';

const BARS = 56;
const HEIGHT = 28;

interface SoundBarsProps {
  readonly source: Pick<EditSource, 'sha256' | 'peaksUrl'>;
  readonly label: string;
  /** 0 to 1: what was heard of it is brighter. */
  readonly played: number;
}

/** How loud a sound is over its length. */
export function SoundBars({ source, label, played }: SoundBarsProps) {
  const { data } = useQuery(sourcePeaksQuery(source));
  return (
    <div dir="ltr">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${BARS} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-7 w-full"
      >
        {fewerPeaks(data?.peaks ?? [], BARS).map((peak, place) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
            key={place}
            x={place + 0.15}
            width={0.7}
            y={(HEIGHT * (1 - peak)) / 2}
            height={Math.max(1, HEIGHT * peak)}
            className={place / BARS < played ? 'fill-ink' : 'fill-ink3'}
          />
        ))}
      </svg>
    </div>
  );
}
