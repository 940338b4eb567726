import type { ExportPiece } from '#contract/export.ts';

const looks: Readonly<Record<ExportPiece['state'], string>> = {
  reused: 'bg-done/50',
  done: 'bg-done',
  running: 'stripes-work motion-safe:animate-stripes',
  waiting: 'inset-ring inset-ring-line2',
};

interface SegmentBarProps {
  readonly pieces: readonly ExportPiece[];
  /** What the bar tells, for who cannot see it. */
  readonly label: string;
}

/** The film as the pieces it is rendered in, each as wide as it is long; those that were there before are paler. */
export function SegmentBar({ pieces, label }: SegmentBarProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture that is drawn with boxes
    <div role="img" aria-label={label} dir="ltr" className="flex h-4 gap-0.5">
      {pieces.map(({ frames, state }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces are told apart by their place alone
        <div key={place} className={`min-w-px rounded-[2px] ${looks[state]}`} style={{ flex: `${frames} 1 0` }} />
      ))}
    </div>
  );
}
