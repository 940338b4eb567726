import type { Export } from '#contract/export.ts';
import { currentLanguage } from '../../app/language.ts';
import { useStrings } from '../../strings/catalogue.ts';

/** A finished film in the browser's own player, straight from the file; with its captions where they are not in the picture. */
export function PlayedFilm({ film, name }: { readonly film: Export; readonly name: string }) {
  const t = useStrings('exports');
  const { url, posterUrl, captions, captionsUrl, width, height } = film;
  if (url === null) return null;
  return (
    <video
      key={url}
      src={url}
      controls
      autoPlay
      playsInline
      {...(posterUrl ? { poster: posterUrl } : {})}
      aria-label={name}
      className="mx-auto mt-2 max-h-[55dvh] max-w-full rounded-6 bg-film"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <track
        kind="captions"
        srcLang={currentLanguage()}
        label={t.captions}
        default={captions === 'file'}
        {...(captions === 'file' && captionsUrl ? { src: vttOf(captionsUrl) } : {})}
      />
    </video>
  );
}

/** The same captions as a browser's own player reads them. */
export const vttOf = (captionsUrl: string): string => captionsUrl.replace(/\.srt$/, '.vtt');
