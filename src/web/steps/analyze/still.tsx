import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';

interface StillProps {
  /** The strip of stills, side by side. */
  readonly strip: string;
  /** Which moment of the video, 0 to 1. */
  readonly share: number;
  readonly className?: string | undefined;
}

/** One still out of the strip of a video. */
export function Still({ strip, share, className }: StillProps) {
  const place = Math.min(FILMSTRIP_FRAMES - 1, Math.max(0, Math.floor(share * FILMSTRIP_FRAMES)));
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
