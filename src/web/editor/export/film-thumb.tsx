import type { ReactNode } from 'react';
import type { Sides } from './export-settings.ts';

interface FilmThumbProps {
  readonly sides: Sides;
  /** What it lies in: its longer side fills it. */
  readonly className: string;
  /** A picture as large as it is given room. */
  readonly children: ReactNode;
}

/** A film in small, uncropped in a well, so that shapes are told apart at a glance. */
export function FilmThumb({ sides: { width, height }, className, children }: FilmThumbProps) {
  return (
    <div aria-hidden="true" className={`grid place-items-center ${className}`}>
      <div
        className={`grid max-h-full max-w-full place-items-center overflow-hidden rounded-4 bg-film ${width > height ? 'w-full' : 'h-full'}`}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {children}
      </div>
    </div>
  );
}
