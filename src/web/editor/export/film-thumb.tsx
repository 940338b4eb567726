import type { ReactNode } from 'react';
import type { Sides } from './export-settings.ts';

interface FilmThumbProps {
  readonly sides: Sides;
  /** What it lies in: its longer side fills it. */
  readonly className: string;
  /** A picture that fills it, laid over it, or a sign in its middle. */
  readonly children: ReactNode;
}

/** A film in small, uncropped in a well, so that shapes are told apart at a glance. */
export function FilmThumb({ sides: { width, height }, className, children }: FilmThumbProps) {
  return (
    <div
      aria-hidden="true"
      className={`grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center ${className}`}
    >
      <div
        className={`relative grid max-h-full min-h-0 max-w-full place-items-center overflow-hidden rounded-4 bg-film ${width > height ? 'w-full' : 'h-full'}`}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {children}
      </div>
    </div>
  );
}
