import { Download } from 'lucide-react';
import type { Export } from '#contract/export.ts';
import type { Resolution } from '#contract/work.ts';
import { formatBytes, formatMoment, formatSeconds } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonAnchor } from '../ui/button-link.tsx';

interface FilmListProps {
  readonly films: readonly Export[];
  readonly resolution: Resolution;
}

/** What was exported of a work: the newest film to be played, the others to be downloaded, and what became of the rest. */
export function FilmList({ films, resolution: { width, height } }: FilmListProps) {
  const t = useStrings('editor');
  const ended = films.filter(({ status }) => status !== 'queued' && status !== 'running');
  const [newest] = ended.filter(({ status }) => status === 'done');
  if (ended.length === 0) return null;
  return (
    <section aria-labelledby="films" className="grid gap-3">
      {newest?.url && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- films have their words in the picture
        <video
          key={newest.url}
          src={newest.url}
          controls
          playsInline
          preload="metadata"
          aria-label={t.film(formatMoment(newest.createdAt))}
          className="mx-auto max-h-[60dvh] max-w-full rounded-6 bg-film"
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      )}
      <h2 id="films" className="text-15">
        {t.films}
      </h2>
      <ul className="grid gap-1.5">
        {ended.map((film) => (
          <li key={film.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-6 bg-panel px-3 py-2">
            <div className="min-w-0 grow">
              <p className="text-13 font-medium">{t.film(formatMoment(film.createdAt))}</p>
              <p className={`text-12 ${film.status === 'failed' ? 'text-err-text' : 'text-ink2'}`}>
                {film.status === 'failed'
                  ? (film.error ?? t.failed)
                  : film.status === 'cancelled'
                    ? t.cancelled
                    : t.facts(t.seconds(formatSeconds(film.durationS ?? 0)), formatBytes(film.sizeBytes ?? 0))}
              </p>
              {film.notes.map((note) => (
                <p key={note} className="text-12 text-ink3">
                  {note}
                </p>
              ))}
            </div>
            {film.status === 'done' && film.url && (
              <ButtonAnchor size="sm" href={film.url} download icon={Download}>
                {t.download}
              </ButtonAnchor>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
