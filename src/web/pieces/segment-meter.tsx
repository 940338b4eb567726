import { stateLooks, type ShownState } from './state-looks.ts';

interface SegmentMeterProps {
  /** What the bar tells, for who cannot see it. */
  readonly label: string;
  readonly segments: readonly { readonly id: string; readonly state: ShownState; readonly progress?: number | null }[];
}

/** One piece of a bar for each scene, in the colour and pattern of its state. */
export function SegmentMeter({ label, segments }: SegmentMeterProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture that is drawn with boxes
    <div role="img" aria-label={label} className="flex h-1.5 gap-1">
      {segments.map(({ id, state, progress }) => (
        <div key={id} className="h-full min-w-0.5 grow basis-0 overflow-hidden rounded-[2px] bg-lift">
          <div
            className={`h-full rounded-[2px] ${stateLooks[state].bar}`}
            style={{ width: progress == null ? '100%' : `${Math.max(6, progress * 100)}%` }}
          />
        </div>
      ))}
    </div>
  );
}
