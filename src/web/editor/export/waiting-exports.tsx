import { Pause, Play, X } from 'lucide-react';
import type { Export } from '#contract/export.ts';
import { formatLeft } from '../../app/length.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FilmThumb } from './film-thumb.tsx';
import { FormatPicture } from './format-picture.tsx';
import { factsInWords, sizeInWords } from './film-words.ts';
import { type ExportsPlace, useCancelExport, usePauseExports } from './use-export-actions.ts';
import type { ShownFrame } from './use-shown-frame.ts';

interface WaitingExportsProps {
  readonly films: readonly Export[];
  /** Of the one that runs, until it is done; null where that is not known, or it is not of this work. */
  readonly runningEtaMs: number | null;
  readonly place: ExportsPlace;
  readonly shown: ShownFrame | null;
}

/** The films that wait, in the order of their turn. */
export function WaitingExports({ films, runningEtaMs, place, shown }: WaitingExportsProps) {
  const t = useStrings('exports');
  const cancel = useCancelExport(place);
  const pause = usePauseExports(place);
  const paused = films.filter(({ isPaused }) => isPaused).length;
  const inTurn = films.length - paused;
  const howMany = [...(inTurn > 0 ? [t.waiting(inTurn)] : []), ...(paused > 0 ? [t.pausedCount(paused)] : [])];
  const whenOf = ({ ahead, isPaused }: Export): string[] => {
    if (isPaused) return [t.paused];
    if (ahead === null || ahead === 0) return [];
    return [ahead === 1 && runningEtaMs !== null ? t.startsIn(formatLeft(runningEtaMs)) : t.before(ahead)];
  };
  return (
    <section aria-labelledby="exports-waiting">
      <div className="flex min-h-9 items-center justify-between gap-2 border-b border-line pb-2">
        <h3 id="exports-waiting" className="flex items-baseline gap-2 text-13 font-semibold">
          {t.queue} <span className="text-12 font-normal text-ink3">{howMany.join(', ')}</span>
        </h3>
        <Button
          size="sm"
          variant="quiet"
          icon={paused > 0 ? Play : Pause}
          pending={pause.isPending}
          onClick={() => pause.act(paused > 0 ? 'resume' : 'pause')}
        >
          {paused > 0 ? t.resume : (films[0]?.ahead ?? 0) > 0 ? t.pauseAfter : t.pause}
        </Button>
      </div>
      <ul>
        {films.map((film) => {
          const size = sizeInWords(film, t);
          return (
            <li key={film.id} className="flex items-center gap-3 border-b border-line py-2">
              <FilmThumb sides={film} className="h-10 w-13 shrink-0">
                <FormatPicture shown={shown} sides={film} framing={film.framing} captions={film.captions} />
              </FilmThumb>
              <div className="min-w-0 grow">
                <p className="text-13 font-medium">{size}</p>
                <p className="text-12 text-ink2">{[factsInWords(film, t), ...whenOf(film)].join(', ')}</p>
              </div>
              <IconButton
                icon={X}
                size="sm"
                label={t.remove(size)}
                pending={cancel.isPending && cancel.input === film.id}
                onClick={() => cancel.act(film.id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
