import { useTimelineView } from './timeline-view.ts';

/** Where a drag has come. */
export interface DragAt {
  /** Frames of the film from where it began, with parts of one. */
  readonly byFrames: number;
  readonly byPx: number;
  readonly clientX: number;
  readonly clientY: number;
  /** Alt is held: nothing draws it. */
  readonly isFree: boolean;
  readonly isShift: boolean;
}

/** What is dragged. */
export interface Drag {
  readonly move: (at: DragAt) => void;
  readonly end: () => void;
  /** As if it had not begun. */
  readonly cancel: () => void;
}

interface DragStart {
  readonly event: PointerEvent;
  /** What scrolls, and holds the pointer. */
  readonly scroller: HTMLElement;
  /** Called once it is a drag and no press; null where there is nothing to drag. */
  readonly begin: () => Drag | null;
  /** It was a press. */
  readonly onPress?: (() => void) | undefined;
  /** It is a drag from the first moment on, by finger too. */
  readonly isAtOnce?: boolean;
  /** It comes from elsewhere: the tracks go along only while the hand is over them. */
  readonly isFromElsewhere?: boolean;
}

const THRESHOLD_PX = 3;
const TOUCH_SLACK_PX = 8;
const LONG_PRESS_MS = 350;
const EDGE_PX = 44;
const FASTEST_PX = 18; // a frame of the screen

/**
 * Follows a pointer from where it was pressed until it is let go. A mouse drags from the third pixel on, a finger after it
 * rested for a moment (else it scrolls). Near the edges the tracks scroll along; Escape takes everything back.
 */
export function startDrag({
  event,
  scroller,
  begin,
  onPress,
  isAtOnce = false,
  isFromElsewhere = false,
}: DragStart): void {
  if (event.button !== 0) return;
  const isTouch = event.pointerType === 'touch' && !isAtOnce;
  const start = { x: event.clientX, y: event.clientY, scrollPx: scroller.scrollLeft };
  let now = { x: start.x, y: start.y, isFree: event.altKey, isShift: event.shiftKey };
  let drag: Drag | null = null;
  let isDirty = false;
  let request = 0;

  const follow = (): void => {
    request = requestAnimationFrame(follow);
    const isNear = !isFromElsewhere || now.y >= scroller.getBoundingClientRect().top;
    const scrolled = drag === null || !isNear ? 0 : edgeSpeed(now.x, scroller);
    if (scrolled !== 0) {
      const before = scroller.scrollLeft;
      scroller.scrollLeft += scrolled;
      isDirty ||= scroller.scrollLeft !== before;
    }
    if (!isDirty || drag === null) return;
    isDirty = false;
    const byPx = now.x - start.x + scroller.scrollLeft - start.scrollPx;
    const byFrames = byPx / useTimelineView.getState().scale;
    drag.move({ byFrames, byPx, clientX: now.x, clientY: now.y, isFree: now.isFree, isShift: now.isShift });
  };
  const take = (): void => {
    if (drag !== null) return;
    drag = begin();
    if (drag === null) return finish();
    isDirty = true;
    scroller.setPointerCapture(event.pointerId);
    document.documentElement.dataset['dragging'] = '';
    request = requestAnimationFrame(follow);
  };
  const held = isTouch ? setTimeout(take, LONG_PRESS_MS) : undefined;

  const moved = (next: PointerEvent): void => {
    if (next.pointerId !== event.pointerId) return;
    now = { x: next.clientX, y: next.clientY, isFree: next.altKey, isShift: next.shiftKey };
    isDirty = true;
    if (drag !== null) return;
    const away = Math.hypot(now.x - start.x, now.y - start.y);
    if (isTouch ? away > TOUCH_SLACK_PX : away > THRESHOLD_PX) {
      if (isTouch) finish();
      else take();
    }
  };
  const released = (next: PointerEvent): void => {
    if (next.pointerId !== event.pointerId) return;
    const ended = drag;
    if (ended !== null && isDirty) {
      cancelAnimationFrame(request);
      follow();
    }
    finish();
    if (ended === null) onPress?.();
    else ended.end();
  };
  const aborted = (next: PointerEvent): void => {
    if (next.pointerId === event.pointerId) abort();
  };
  const abort = (): void => {
    const ended = drag;
    finish();
    ended?.cancel();
  };
  const typed = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape' || drag === null) return;
    key.preventDefault();
    key.stopPropagation();
    abort();
  };
  const touched = (touch: TouchEvent): void => {
    if (touch.touches.length > 1) return abort(); // two fingers zoom
    if (drag !== null && touch.cancelable) touch.preventDefault(); // a finger that holds something does not scroll
  };
  const listening = new AbortController();
  const finish = (): void => {
    listening.abort();
    clearTimeout(held);
    cancelAnimationFrame(request);
    delete document.documentElement.dataset['dragging'];
    if (scroller.hasPointerCapture(event.pointerId)) scroller.releasePointerCapture(event.pointerId);
  };
  const { signal } = listening;
  window.addEventListener('pointermove', moved, { signal });
  window.addEventListener('pointerup', released, { signal });
  window.addEventListener('pointercancel', aborted, { signal });
  window.addEventListener('keydown', typed, { signal, capture: true });
  window.addEventListener('touchstart', touched, { signal, passive: false });
  window.addEventListener('touchmove', touched, { signal, passive: false });
  window.addEventListener('blur', abort, { signal });
  if (isAtOnce) take();
}

/** How fast the tracks go along when the hand is near their edge. */
function edgeSpeed(x: number, scroller: HTMLElement): number {
  const { left, right } = scroller.getBoundingClientRect();
  const head = Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--head-px')) || 0;
  const over = Math.max(0, left + head + EDGE_PX - x) - Math.max(0, x - right + EDGE_PX);
  return -Math.max(-1, Math.min(1, over / EDGE_PX)) * FASTEST_PX;
}
