import { X } from 'lucide-react';
import type { Export } from '#contract/export.ts';
import { formatShare } from '../../app/format.ts';
import { formatLeft } from '../../app/length.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { shareDone } from './exports-in-groups.ts';
import { FilmThumb } from './film-thumb.tsx';
import { FormatPicture } from './format-picture.tsx';
import { factsInWords, sizeInWords } from './film-words.ts';
import { SegmentBar } from './segment-bar.tsx';
import { StageList } from './stage-list.tsx';
import { type ExportsPlace, useCancelExport } from './use-export-actions.ts';
import type { ShownFrame } from './use-shown-frame.ts';

interface RunningExportProps {
  readonly film: Export;
  readonly place: ExportsPlace;
  /** The frame its picture is drawn from. */
  readonly shown: ShownFrame | null;
}

/** The film that is being rendered: how far it is, in what pieces, at what it is. */
export function RunningExport({ film, place, shown }: RunningExportProps) {
  const t = useStrings('exports');
  const cancel = useCancelExport(place);
  const share = shareDone(film);
  const { segments, etaMs } = film;
  const size = sizeInWords(film, t);
  return (
    <section aria-label={size} className="grid gap-3 rounded-10 border border-line bg-raise p-4">
      <div className="flex gap-4">
        <FilmThumb sides={film} className="h-31 w-18 shrink-0 self-start sm:w-22">
          <FormatPicture shown={shown} sides={film} framing={film.framing} captions={film.captions} />
        </FilmThumb>
        <div className="grid min-w-0 grow content-start gap-1.5">
          <p className="text-13">
            <strong className="font-semibold">{size}</strong>{' '}
            <span className="text-12 text-ink2">{factsInWords(film, t)}</span>
          </p>
          <p className="flex items-baseline gap-2">
            {share === null ? (
              <span className="text-15 text-work-text">{film.stage ? t.stages[film.stage] : t.beginning}</span>
            ) : (
              <span className="font-mono text-23 font-semibold text-work-text">{formatShare(share)}</span>
            )}
            {etaMs !== null && <span className="text-13 text-ink2">{t.left(formatLeft(etaMs))}</span>}
          </p>
          <Progress
            value={share}
            label={size}
            valueText={share === null ? t.beginning : t.progress(formatShare(share))}
          />
          {segments?.pieces && (
            <SegmentBar pieces={segments.pieces} label={t.segmentsDone(segments.done, segments.total)} />
          )}
          {segments && <p className="text-12 text-ink3">{t.segments(segments.reused, segments.total)}</p>}
        </div>
      </div>
      <div className="relative border-t border-line pt-3">
        <StageList film={film} />
        <Button
          size="sm"
          variant="quiet"
          icon={X}
          pending={cancel.isPending}
          onClick={() => cancel.act(film.id)}
          className="text-err-text! max-sm:mt-3 max-sm:w-full max-sm:inset-ring max-sm:inset-ring-line2 sm:absolute sm:end-0 sm:-bottom-1"
        >
          {t.cancelOne}
        </Button>
      </div>
    </section>
  );
}
