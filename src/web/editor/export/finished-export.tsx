import { Captions, Check, Download, Ellipsis, FileArchive, Image, Play, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Export } from '#contract/export.ts';
import { formatBytes, formatMoment } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { iconButtonLooks } from '../../ui/button-looks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu-line.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { FilmPoster } from './film-poster.tsx';
import { FilmThumb } from './film-thumb.tsx';
import { sizeInWords } from './film-words.ts';
import { PlayedFilm, vttOf } from './played-film.tsx';
import { saveUrl } from './save-url.ts';
import { type ExportsPlace, useDeleteExport } from './use-export-actions.ts';

interface FinishedExportProps {
  readonly film: Export;
  readonly place: ExportsPlace;
  readonly name: string;
}

/** A file: how old it is in edits, to be played here, downloaded again, and whatever lies beside it. */
export function FinishedExport({ film, place, name }: FinishedExportProps) {
  const t = useStrings('exports');
  const [isPlaying, setIsPlaying] = useState(false);
  const [asksToDelete, setAsksToDelete] = useState(false);
  const remove = useDeleteExport(place);
  const what = t.fileName(name, sizeInWords(film, t));
  const facts = [
    formatMoment(film.finishedAt ?? film.createdAt),
    ...(film.sizeBytes === null ? [] : [formatBytes(film.sizeBytes)]),
    film.editsSince === null ? t.unsavedEdit : t.editsSince(film.editsSince),
  ];
  return (
    <>
      <div className="flex items-center gap-3">
        <button
          type="button"
          aria-expanded={isPlaying}
          aria-label={isPlaying ? t.closeFilm : t.playOf(what)}
          onClick={() => setIsPlaying(!isPlaying)}
          className="relative grid h-11 w-13 shrink-0 cursor-pointer grid-rows-[minmax(0,1fr)] place-items-center rounded-6"
        >
          <FilmThumb sides={film} className="size-full">
            <FilmPoster url={film.posterUrl} />
          </FilmThumb>
          <span className="absolute grid size-6 place-items-center rounded-full bg-black/65 text-white">
            <Glyph icon={isPlaying ? X : Play} className="[&>svg]:size-3" />
          </span>
        </button>
        <div className="min-w-0 grow">
          <p className="text-13 font-medium">{what}</p>
          <p className="text-12 text-ink2">
            <Glyph icon={Check} className="me-1 translate-y-0.5 text-done-text [&>svg]:size-3.5" />
            {facts.join(', ')}
          </p>
          {film.notes.map((note) => (
            <p key={note} className="text-12 text-ink3">
              {note}
            </p>
          ))}
        </div>
        <Menu
          label={t.more(what)}
          trigger={<IconButton icon={Ellipsis} label={t.more(what)} />}
          items={[
            ...besideOf(film, t),
            { label: t.delete, icon: Trash2, danger: true, onSelect: () => setAsksToDelete(true) },
          ]}
        />
        {film.url && (
          <Tooltip text={t.downloadOf(what)} isName>
            <a
              href={film.url}
              download
              aria-label={t.downloadOf(what)}
              className={iconButtonLooks({ variant: 'outline' })}
            >
              <Glyph icon={Download} />
            </a>
          </Tooltip>
        )}
      </div>
      {isPlaying && <PlayedFilm film={film} name={what} />}
      <ConfirmDialog
        open={asksToDelete}
        onOpenChange={setAsksToDelete}
        title={t.deleteTitle(what)}
        text={t.deleteText}
        confirm={t.delete}
        danger
        onConfirm={() => remove.actAsync(film.id)}
      />
    </>
  );
}

/** What lies beside a film: its words, its poster, and all of it in one. */
function besideOf(film: Export, t: ReturnType<typeof useStrings<'exports'>>): readonly MenuEntry[] {
  const { captionsUrl, posterUrl, bundleUrl } = film;
  const save = (url: string) => () => saveUrl(url);
  const items: MenuEntry[] = [
    ...(captionsUrl
      ? [
          { label: t.captionsSrt, icon: Captions, onSelect: save(captionsUrl) },
          { label: t.captionsVtt, icon: Captions, onSelect: save(vttOf(captionsUrl)) },
        ]
      : []),
    ...(posterUrl ? [{ label: t.poster, icon: Image, onSelect: save(posterUrl) }] : []),
    ...(bundleUrl ? [{ label: t.bundle, hint: t.bundleHint, icon: FileArchive, onSelect: save(bundleUrl) }] : []),
  ];
  return items.length > 0 ? [...items, 'separator'] : [];
}
