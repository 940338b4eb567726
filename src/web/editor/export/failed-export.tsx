import { Ban, OctagonAlert, RefreshCw, Trash2 } from 'lucide-react';
import type { Export } from '#contract/export.ts';
import { formatMoment } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { sizeInWords } from './film-words.ts';
import { type ExportsPlace, useDeleteExport, useRetryExport } from './use-export-actions.ts';

interface FailedExportProps {
  readonly film: Export;
  readonly place: ExportsPlace;
  /** The same was asked for again since: this is only told. */
  readonly isPast: boolean;
}

/** An export that became no file: where it failed and why, and the way on. */
export function FailedExport({ film, place, isPast }: FailedExportProps) {
  const t = useStrings('exports');
  const retry = useRetryExport(place);
  const remove = useDeleteExport(place);
  const hasFailed = film.status === 'failed';
  const needsSomebody = hasFailed && !isPast;
  const size = sizeInWords(film, t);
  const { jobId } = film;
  const isBegun = film.segments !== null && film.segments.done > 0;
  return (
    <div className={`flex gap-3 ${needsSomebody ? 'rounded-6 border border-err p-3' : ''}`}>
      <span
        className={`grid shrink-0 pt-px ${hasFailed ? 'text-err-text' : 'text-ink3'} ${needsSomebody ? '' : 'w-13 justify-items-center'}`}
      >
        <Glyph icon={hasFailed ? OctagonAlert : Ban} />
      </span>
      <div className="grid min-w-0 grow justify-items-start gap-1">
        <p className="text-13 font-medium">{size}</p>
        <p className={`text-12 ${hasFailed ? 'text-err-text' : 'text-ink2'}`}>
          {hasFailed ? (film.stage ? t.failedIn(t.stages[film.stage]) : t.failed) : t.cancelled},{' '}
          {formatMoment(film.finishedAt ?? film.createdAt)}
        </p>
        {hasFailed && film.error && <p className="text-12 wrap-anywhere text-ink2">{film.error}</p>}
        {jobId && !isPast && (
          <Button
            size="sm"
            icon={RefreshCw}
            pending={retry.isPending}
            onClick={() => retry.act(jobId)}
            className="mt-1"
          >
            {isBegun ? t.again : t.againWhole}
          </Button>
        )}
      </div>
      <IconButton
        icon={Trash2}
        size="sm"
        label={t.removeRow(size)}
        pending={remove.isPending}
        onClick={() => remove.act(film.id)}
      />
    </div>
  );
}
