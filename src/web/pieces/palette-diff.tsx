import { ArrowRight } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Swatches } from '../works/swatches.tsx';

interface PaletteDiffProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The colours there were and the colours there would be. */
export function PaletteDiff({ before, after }: PaletteDiffProps) {
  const t = useStrings('projectSettings');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {before.length > 0 ? (
        <Swatches colours={before} className="h-6 w-28 opacity-60" />
      ) : (
        <span className="text-ink3">{t.noColours}</span>
      )}
      <Glyph icon={ArrowRight} className="text-ink3 rtl:-scale-x-100" />
      <Swatches colours={after} className="h-6 w-28" />
    </span>
  );
}
