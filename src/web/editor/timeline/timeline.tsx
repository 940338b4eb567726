import { useMemo, useRef } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { AudioItem } from './audio-item.tsx';
import { ClipItem } from './clip-item.tsx';
import { ClipStrips } from './clip-strips.tsx';
import { Guides } from './guides.tsx';
import { ItemMenu } from './item-menu.tsx';
import { Joins } from './joins.tsx';
import { Markers } from './markers.tsx';
import { ImageItem, TextItem } from './overlay-items.tsx';
import { PlayheadHandle, PlayheadLine } from './playhead.tsx';
import { HEAD_PX, RULER_PX } from './rows.ts';
import { Ruler } from './ruler.tsx';
import { layoutOf } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';
import { TrackRow } from './track-row.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useScrolling } from './use-scrolling.ts';
import { useTimelineHands } from './use-timeline-hands.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';
import { useTimelineZoom } from './use-timeline-zoom.ts';

const AFTER_END_PX = 160;

/** The film in time: a ruler, and below it what is seen and heard, track by track. From left to right in every language. */
export function Timeline() {
  const t = useStrings('timeline');
  const isWide = useMedia('(min-width: 64rem)');
  const headPx = isWide ? HEAD_PX.wide : HEAD_PX.narrow;
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const layout = useEditor(({ timeline }) => layoutOf(timeline));
  const fps = useEditor(({ timeline }) => timeline.fps);
  const scale = useTimelineView((view) => view.scale);
  const widthPx = useTimelineView((view) => view.widthPx);
  const contentPx = Math.max(widthPx, Math.ceil(layout.lengthFrames * scale) + AFTER_END_PX);
  useScrolling(scroller, { headPx, contentPx });
  useTimelineZoom(scroller, headPx);
  useKeptFocus(scroller);
  const onPointerDown = useTimelineHands(scroller, area);
  const keys = useTimelineKeys();
  const { lanes } = layout;
  const strips = useMemo(() => <ClipStrips clips={layout.clip} />, [layout.clip]);
  const joins = useMemo(() => <Joins clips={layout.clip} />, [layout.clip]);
  const hasImages = isWide || layout.image.length > 0;
  return (
    <section
      aria-label={t.label}
      dir="ltr"
      className="relative h-60 shrink-0 border-t border-line bg-room max-lg:h-56 xl:h-64"
    >
      <div
        ref={scroller}
        data-tracks=""
        onPointerDown={onPointerDown}
        {...keys}
        style={{ '--head-px': `${headPx}px` } as React.CSSProperties}
        className="scroll-quiet h-full select-none touch-pan-x touch-pan-y overflow-auto overscroll-x-contain"
      >
        <div
          className="relative flex min-h-full flex-col overflow-x-clip bg-room"
          style={{ width: headPx + contentPx }}
        >
          <div className="sticky top-0 z-30 flex shrink-0 border-b border-line bg-panel" style={{ height: RULER_PX }}>
            <div className="sticky left-0 z-10 w-(--head-px) shrink-0 border-e border-line bg-panel" />
            <div className="relative grow">
              <Ruler fps={fps} />
              <Markers />
              <PlayheadHandle />
            </div>
          </div>
          <TrackRow track="text" laid={layout.text} lanes={lanes.text} isWide={isWide} Item={TextItem} />
          {hasImages && (
            <TrackRow track="image" laid={layout.image} lanes={lanes.image} isWide={isWide} Item={ImageItem} />
          )}
          <TrackRow
            track="clip"
            laid={layout.clip}
            lanes={1}
            isWide={isWide}
            Item={ClipItem}
            under={strips}
            over={joins}
          />
          <TrackRow track="audio" laid={layout.audio} lanes={lanes.audio} isWide={isWide} Item={AudioItem} />
          <div className="flex grow">
            <div className="sticky left-0 z-20 w-(--head-px) shrink-0 border-e border-line bg-panel" />
            <div data-empty="" className="grow" />
          </div>
          <div
            ref={area}
            className="pointer-events-none absolute right-0 bottom-0 z-10 overflow-clip"
            style={{ left: headPx, top: RULER_PX }}
          >
            <PlayheadLine />
            <Guides />
          </div>
        </div>
      </div>
      <ItemMenu scroller={scroller} />
    </section>
  );
}
