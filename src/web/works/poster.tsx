import { Film } from 'lucide-react';
import type { WorkOverview } from '#contract/overview.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Progress } from '../ui/progress.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { runningInWords } from './state-of-work.ts';

/** Width over height of the well. */
const WELL = 1.1;

interface PosterProps {
  readonly work: WorkOverview;
  readonly lazy: boolean;
}

/** The first picture of a work, uncropped in a well that is the same for all, so that shapes are told apart at a glance. */
export function Poster({ work: { frames, resolution, running }, lazy }: PosterProps) {
  const t = useStrings('works');
  const { width, height } = resolution;
  const isWide = width / height >= WELL;
  const [url] = frames;
  return (
    <div className="flex items-center justify-center overflow-hidden rounded-6 bg-film" style={{ aspectRatio: WELL }}>
      <div
        className={`relative overflow-hidden ${isWide ? 'w-full' : 'h-full'} ${url ? '' : 'grid place-items-center border border-dashed border-white/25'}`}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {url ? (
          <img src={url} alt="" loading={lazy ? 'lazy' : 'eager'} decoding="async" className="size-full object-cover" />
        ) : (
          <Glyph icon={Film} className="text-white/60" />
        )}
        {running && (
          <Progress
            value={running.progress > 0 ? running.progress : null}
            label={runningInWords(running, t)}
            className="absolute inset-x-0 bottom-0 rounded-none! bg-black/70!"
          />
        )}
      </div>
    </div>
  );
}
