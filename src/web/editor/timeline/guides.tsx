import { useTimelineView } from './timeline-view.ts';

/** What is shown over the tracks while something is dragged: where it is drawn to, where it would lie, what it says. */
export function Guides() {
  const scale = useTimelineView((view) => view.scale);
  const guideFrame = useTimelineView((view) => view.guideFrame);
  const markFrame = useTimelineView((view) => view.markFrame);
  const incoming = useTimelineView((view) => view.incoming);
  const tip = useTimelineView((view) => view.tip);
  const marquee = useTimelineView((view) => view.marquee);
  return (
    <>
      {guideFrame !== null && (
        <div
          data-snap-guide={guideFrame}
          style={{ left: guideFrame * scale }}
          className="absolute inset-y-0 w-0 border-s border-dashed border-ink"
        />
      )}
      {markFrame !== null && (
        <div
          data-drop-mark={markFrame}
          style={{ left: markFrame * scale - 2 }}
          className="absolute inset-y-0 w-1 rounded-full bg-tally"
        />
      )}
      {incoming !== null && (
        <div
          data-incoming={incoming.startFrame}
          style={{
            left: incoming.startFrame * scale,
            width: (incoming.endFrame - incoming.startFrame) * scale,
            top: incoming.topPx + 2,
            height: incoming.heightPx - 5,
          }}
          className="absolute rounded-4 border-2 border-dashed border-tally bg-tally/15"
        />
      )}
      {tip !== null && (
        <div
          style={{ left: tip.frame * scale }}
          className="absolute top-0 ms-2 rounded-4 bg-ink px-1.5 font-mono text-11 leading-5 whitespace-nowrap text-room"
        >
          {tip.words}
        </div>
      )}
      {marquee !== null && (
        <div
          style={{ left: marquee.left, top: marquee.top, width: marquee.width, height: marquee.height }}
          className="absolute rounded-4 border border-tally bg-tally/15"
        />
      )}
    </>
  );
}
