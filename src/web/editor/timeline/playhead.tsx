import { type KeyboardEvent, useEffect, useRef } from 'react';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { layoutOf } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';

/** The frame that is shown, as a handle on the ruler: a slider for keys. It goes along without React. */
export function PlayheadHandle() {
  const t = useStrings('timeline');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (): void => {
      const { playhead, timeline } = useEditor.getState();
      const handle = ref.current;
      if (!handle) return;
      handle.style.transform = placed(playhead);
      handle.setAttribute('aria-valuenow', String(playhead));
      handle.setAttribute('aria-valuetext', timecodeOf(playhead, timeline.fps));
      handle.setAttribute('aria-valuemax', String(Math.max(0, layoutOf(timeline).lengthFrames - 1)));
    };
    return following(show);
  }, []);
  return (
    <div
      ref={ref}
      data-playhead=""
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input of type range has no place on a ruler that scrolls
      role="slider"
      tabIndex={0}
      aria-label={t.playhead}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuenow={0}
      onKeyDown={goAlong}
      className="absolute bottom-0 will-change-transform -left-3 z-2 flex h-full w-6 cursor-ew-resize touch-none justify-center outline-offset-0"
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" className="mt-auto size-4 fill-tally">
        <path d="M1.5 3a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6L8 16 1.5 9Z" />
      </svg>
    </div>
  );
}

/** The line of the frame that is shown, through every track. */
export function PlayheadLine() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      following(() => {
        if (ref.current) ref.current.style.transform = placed(useEditor.getState().playhead);
      }),
    [],
  );
  return (
    <div ref={ref} aria-hidden="true" className="absolute inset-y-0 -left-px w-0.5 bg-tally will-change-transform" />
  );
}

const placed = (playhead: number): string => `translateX(${playhead * useTimelineView.getState().scale}px)`;

/** Calls back now and whenever the playhead or the scale is another. */
function following(show: () => void): () => void {
  show();
  const leaveEdit = useEditor.subscribe((now, before) => {
    if (now.playhead !== before.playhead || now.timeline !== before.timeline) show();
  });
  const leaveView = useTimelineView.subscribe((now, before) => {
    if (now.scale !== before.scale) show();
  });
  return () => {
    leaveEdit();
    leaveView();
  };
}

function goAlong(event: KeyboardEvent): void {
  const { playhead, timeline } = useEditor.getState();
  const second = Math.round(timeline.fps.num / timeline.fps.den);
  const step = event.shiftKey ? 10 : 1;
  const to = {
    ArrowLeft: playhead - step,
    ArrowDown: playhead - step,
    ArrowRight: playhead + step,
    ArrowUp: playhead + step,
    PageDown: playhead - second,
    PageUp: playhead + second,
    Home: 0,
    End: Infinity,
  }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  edit.seek(Math.min(to, layoutOf(timeline).lengthFrames));
}
