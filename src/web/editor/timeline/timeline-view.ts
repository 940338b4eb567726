import { create } from 'zustand';
import { type FrameSpan, outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { useEditor } from '../store/editor-store.ts';
import { clampScale, fitScale, leastScale, type PixelWindow, scrollAround, windowAround } from './time-scale.ts';
import type { Track } from './timeline-layout.ts';

/** What is seen of the timeline, and what a hand is doing there; nothing of it is part of the edit. */
export interface TimelineView {
  /** Pixels a frame of the film. */
  readonly scale: number;
  /** The same once it rests: what a thing has more room for appears then, and not at every notch of a wheel. */
  readonly restingScale: number;
  /** What was drawn when it rested last: what comes in sight before it rests again has its name and its edges then. */
  readonly restedWindow: PixelWindow;
  /** The smallest scale there is. */
  readonly least: number;
  /** Width of what is seen of the tracks, in pixels. */
  readonly widthPx: number;
  /** What is drawn of them. */
  readonly window: PixelWindow;
  /** How far it is scrolled. */
  readonly scrollPx: number;
  /** How far it is to be scrolled for the scale, once that is drawn; null: it is. */
  readonly scrollToPx: number | null;
  /** Which thing of each track Tab comes to. */
  readonly active: Readonly<Partial<Record<Track, string>>>;
  /** What is to have the focus; counted, so that the same can have it again. */
  readonly focus: { readonly id: string; readonly count: number } | null;
  /** The frame a drag is drawn to. */
  readonly guideFrame: number | null;
  /** Where dragged clips would come to lie. */
  readonly markFrame: number | null;
  /** Clips that follow the hand before they are dropped. */
  readonly carried: { readonly ids: readonly string[]; readonly byPx: number } | null;
  /** What something from elsewhere would take of the film, and where its lane is. */
  readonly incoming: (FrameSpan & { readonly topPx: number; readonly heightPx: number }) | null;
  /** What a drag says of itself, and at which frame. */
  readonly tip: { readonly frame: number; readonly words: string } | null;
  /** What is drawn around to choose it, in pixels of the tracks. */
  readonly marquee: Readonly<Record<'left' | 'top' | 'width' | 'height', number>> | null;
}

const nothingHeld = { guideFrame: null, markFrame: null, carried: null, incoming: null, tip: null, marquee: null };

/** What the parts of the timeline show of themselves. */
export const useTimelineView = create<TimelineView>(() => ({
  scale: 1,
  restingScale: 1,
  least: 0.1,
  widthPx: 0,
  window: { fromPx: 0, toPx: 0 },
  restedWindow: { fromPx: 0, toPx: 0 },
  scrollPx: 0,
  scrollToPx: null,
  active: {},
  focus: null,
  ...nothingHeld,
}));

const { getState, setState } = useTimelineView;
const ZOOM_STEP = 1.5;
const RESTS_AFTER_MS = 120;

let resting: ReturnType<typeof setTimeout> | undefined;

useTimelineView.subscribe(({ scale }, before) => {
  if (scale === before.scale) return;
  clearTimeout(resting);
  resting = setTimeout(() => setState({ restingScale: scale }), RESTS_AFTER_MS);
});

/** What is done to the view of the timeline. */
export const timelineView = {
  /** Shows the tracks in so many pixels; the first time, the whole film. */
  resize(widthPx: number): void {
    const lengthFrames = filmFrames();
    const isFirst = getState().widthPx === 0;
    const least = leastScale(lengthFrames, widthPx);
    const scale = isFirst ? fitScale(lengthFrames, widthPx) : clampScale(getState().scale, least);
    const window = windowAround(getState().scrollPx, widthPx);
    setState({ ...rested(), widthPx, least, scale, window, ...(isFirst ? { restingScale: scale } : {}) });
  },

  /** It is scrolled as far as the scale asked for, or as far as it goes. */
  arrived(): void {
    setState({ scrollToPx: null });
  },

  /** Takes note of how far it was scrolled. */
  scrolled(scrollPx: number): void {
    const { window, widthPx, scrollToPx } = getState();
    if (scrollToPx !== null) return; // on the way to where the scale asks for
    const next = windowAround(scrollPx, widthPx);
    const isSame = next.fromPx === window.fromPx && next.toPx === window.toPx;
    setState({ scrollPx, ...(isSame ? {} : { window: next }) });
  },

  /** Changes the scale around a point of the window: the playhead, where it is seen, else the middle. */
  zoomTo(scale: number, atPx?: number): void {
    const { scale: before, scrollPx, widthPx } = getState();
    const least = leastScale(filmFrames(), widthPx);
    const after = clampScale(scale, least);
    if (after === before) return; // a wheel that is turned on at the end of the scale
    const playheadPx = useEditor.getState().playhead * before - scrollPx;
    const point = atPx ?? (playheadPx >= 0 && playheadPx <= widthPx ? playheadPx : widthPx / 2);
    const next = scrollAround({ scrollPx, atPx: point, before, after });
    const window = windowAround(next, widthPx);
    setState({ ...rested(), scale: after, least, scrollPx: next, scrollToPx: next, window });
  },

  zoomIn(): void {
    timelineView.zoomTo(getState().scale * ZOOM_STEP);
  },

  zoomOut(): void {
    timelineView.zoomTo(getState().scale / ZOOM_STEP);
  },

  /** Shows the whole film. */
  zoomToFit(): void {
    const { widthPx } = getState();
    const lengthFrames = filmFrames();
    const least = leastScale(lengthFrames, widthPx);
    const scale = fitScale(lengthFrames, widthPx);
    setState({ ...rested(), scale, least, scrollPx: 0, scrollToPx: 0, window: windowAround(0, widthPx) });
  },

  /** Makes a thing the one that Tab comes to on its track. */
  setActive(track: Track, id: string): void {
    if (getState().active[track] !== id) setState(({ active }) => ({ active: { ...active, [track]: id } }));
  },

  /** Gives a thing the focus, once it is drawn. */
  giveFocus(track: Track, id: string): void {
    setState(({ active, focus }) => ({
      active: { ...active, [track]: id },
      focus: { id, count: (focus?.count ?? 0) + 1 },
    }));
  },

  /** Shows what a drag is doing; what is left out stays. */
  show(shown: Partial<Pick<TimelineView, keyof typeof nothingHeld>>): void {
    setState(shown);
  },

  /** Nothing is dragged any more. */
  letGo(): void {
    setState(nothingHeld);
  },

  /** Begins anew, with another edit. */
  reset(): void {
    setState({ widthPx: 0, scrollPx: 0, scrollToPx: null, active: {}, focus: null, ...nothingHeld });
  },
} as const;

const filmFrames = (): number => outputLengthFrames(useEditor.getState().timeline);

/** What was drawn before the scale left its rest. */
function rested(): Pick<TimelineView, 'restedWindow'> {
  const { scale, restingScale, window, restedWindow } = getState();
  return { restedWindow: scale === restingScale ? window : restedWindow };
}
