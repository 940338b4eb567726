import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset } from '#contract/asset.ts';
import { peaksQuery } from '../queries/assets.ts';
import { useStrings } from '../strings/catalogue.ts';
import { fewerPeaks } from './fewer-peaks.ts';

const BARS = 96;
const HEIGHT = 64;

/** A sound: how loud it is over its length, and the browser's own player below it. */
export function SoundPeaks({ asset }: { readonly asset: Asset }) {
  const t = useStrings('assets');
  const [played, setPlayed] = useState(0);
  const { data: peaks } = useQuery(peaksQuery(asset));
  const bars = fewerPeaks(peaks?.peaks ?? [], BARS);
  return (
    <div className="flex flex-col gap-2">
      <div className="rounded-6 bg-well p-2" dir="ltr">
        <svg
          role="img"
          aria-label={t.peaks(asset.name)}
          viewBox={`0 0 ${BARS} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-16 w-full"
        >
          {bars.map((peak, place) => (
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
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a sound of the user's own brings none */}
      <audio
        src={asset.url}
        controls
        preload="metadata"
        aria-label={asset.name}
        onTimeUpdate={({ currentTarget: { currentTime, duration } }) =>
          setPlayed(duration > 0 ? currentTime / duration : 0)
        }
        className="w-full"
      />
    </div>
  );
}
