import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditor } from '../store/editor-store.ts';
import { scaleOfSlider, sliderOf } from './time-scale.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

/** How much of the film the timeline shows. */
export function ZoomTools() {
  const t = useStrings('timeline');
  return (
    <div className="flex items-center gap-1" dir="ltr">
      <IconButton icon={MoveHorizontal} label={t.zoomFit} onClick={() => timelineView.zoomToFit()} />
      <IconButton icon={Minus} label={t.zoomOut} onClick={() => timelineView.zoomOut()} />
      <ZoomSlider />
      <IconButton icon={Plus} label={t.zoomIn} onClick={() => timelineView.zoomIn()} />
    </div>
  );
}

function ZoomSlider() {
  const t = useStrings('timeline');
  const scale = useTimelineView((view) => view.scale);
  const least = useTimelineView((view) => view.least);
  const widthPx = useTimelineView((view) => view.widthPx);
  const fps = useEditor(({ timeline }) => timeline.fps);
  const inSightS = (widthPx / scale) * (fps.den / fps.num);
  return (
    <input
      type="range"
      aria-label={t.zoom}
      aria-valuetext={t.zoomValue(t.secondsLong(formatSeconds(inSightS)))}
      min={0}
      max={100}
      value={sliderOf(scale, least)}
      onChange={({ currentTarget }) => timelineView.zoomTo(scaleOfSlider(currentTarget.valueAsNumber, least))}
      className="h-6 w-28 cursor-pointer rounded-4 accent-ink"
    />
  );
}
