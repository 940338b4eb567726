import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';

interface StillProps {
  /** The strip of stills, side by side. */
  readonly strip: string;
  /** Which of them (`stillOf`). */
  readonly place: number;
  readonly className?: string | undefined;
}

/** One still out of the strip of a video. */
export function Still({ strip, place, className }: StillProps) {
  return (
    <div
      className={className}
      style={{
        backgroundImage: `url("${strip}")`,
        backgroundSize: `${FILMSTRIP_FRAMES * 100}% 100%`,
        backgroundPosition: `${(place / (FILMSTRIP_FRAMES - 1)) * 100}% 0`,
      }}
    />
  );
}
