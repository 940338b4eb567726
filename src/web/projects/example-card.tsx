import { ArrowRight } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { framesOf } from './example-frames.ts';
import type { ExampleLine } from './example-lines.ts';
import { FilmStrip } from './film-strip.tsx';

interface ExampleCardProps {
  readonly line: ExampleLine;
  readonly onTake: () => void;
}

/** A line with what the built-in engine draws of it; pressed, it fills the box, and starts nothing. */
export function ExampleCard({ line, onTake }: ExampleCardProps) {
  const t = useStrings('firstRun');
  return (
    <button
      type="button"
      onClick={onTake}
      className="group flex min-w-0 rounded-10 bg-panel p-2.5 text-start transition-colors duration-150 hover:bg-raise max-lg:gap-3 lg:flex-col"
    >
      <FilmStrip frames={framesOf(line)} className="aspect-[2.56] w-full max-lg:h-16 max-lg:w-40 max-lg:shrink-0" />
      <span className="flex min-w-0 grow flex-col px-1 pt-3 pb-0.5 max-lg:pt-0.5">
        <span className="grow text-15 text-ink">{t.lines[line.id]}</span>
        <span className="mt-2 flex items-center justify-between gap-2 text-12 text-ink3">
          {t.kinds[line.id]}, {t.seconds(line.durationS)}, 9:16
          <span className="sr-only">. {t.takeLine}</span>
          <Glyph
            icon={ArrowRight}
            className="text-ink2 transition-transform duration-150 group-hover:translate-x-0.5 rtl:-scale-x-100"
          />
        </span>
      </span>
    </button>
  );
}
