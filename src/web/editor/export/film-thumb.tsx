import { Film } from 'lucide-react';
import type { Framing } from '#contract/export.ts';
import { Glyph } from '../../ui/glyph.tsx';
import type { Sides } from './export-settings.ts';

interface FilmThumbProps {
  readonly sides: Sides;
  readonly framing: Framing;
  /** Null where there is no picture of it yet. */
  readonly url: string | null;
  /** What it lies in: its longer side fills it. */
  readonly className: string;
}

/** A film in small, uncropped in a well, so that shapes are told apart at a glance. */
export function FilmThumb({ sides: { width, height }, framing, url, className }: FilmThumbProps) {
  return (
    <div aria-hidden="true" className={`grid place-items-center ${className}`}>
      <div
        className={`relative grid max-h-full max-w-full place-items-center overflow-hidden rounded-4 bg-film ${width > height ? 'w-full' : 'h-full'}`}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {url && framing === 'blur' && (
          <img src={url} alt="" className="absolute inset-0 size-full scale-110 object-cover blur-xs brightness-55" />
        )}
        {url ? (
          <img
            src={url}
            alt=""
            className={`relative size-full ${framing === 'blur' ? 'object-contain' : 'object-cover'}`}
          />
        ) : (
          <Glyph icon={Film} className="text-white/60" />
        )}
      </div>
    </div>
  );
}
