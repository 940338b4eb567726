import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { startDrag } from './drag.ts';
import { markerDrag, moveDrag, reorderDrag, scrubDrag, transitionDrag, trimDrag } from './drags.ts';
import { marqueeDrag } from './marquee-drag.ts';
import { findLaid, laidOn, layoutOf } from './timeline-layout.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

/**
 * What a pointer does to the timeline: one listener for all of it, by what lies under the hand.
 *
 * @param scroller what scrolls
 * @param area what frames are counted from
 */
export function useTimelineHands(
  scroller: RefObject<HTMLElement | null>,
  area: RefObject<HTMLElement | null>,
): (event: ReactPointerEvent) => void {
  const t = useStrings('timeline');
  return useCallback(
    ({ nativeEvent: event }: ReactPointerEvent) => {
      const [held, origin] = [scroller.current, area.current];
      const target = event.target instanceof Element ? event.target : null;
      if (!held || !origin || !target) return;
      const frameAt = (clientX: number): number =>
        (clientX - origin.getBoundingClientRect().left) / useTimelineView.getState().scale;
      const found = (name: string) => target.closest<HTMLElement>(`[data-${name}]`);
      const start = (given: Omit<Parameters<typeof startDrag>[0], 'event' | 'scroller'>): void =>
        startDrag({ event, scroller: held, ...given });

      const marker = found('marker')?.dataset['marker'];
      if (marker !== undefined) return start({ begin: () => markerDrag(marker, t) });
      if (found('ruler') || found('playhead')) return start({ begin: () => scrubDrag(frameAt), isAtOnce: true });
      const joinEdge = found('join-edge');
      if (joinEdge) {
        const { of: id = '', joinEdge: edge } = joinEdge.dataset;
        return start({ begin: () => transitionDrag(id, edge === 'start' ? 'start' : 'end', t) });
      }
      const item = found('item');
      if (!item) {
        if ((!found('lane') && !found('empty')) || target.closest('button, input, [popover]')) return undefined;
        const { clientX, clientY } = event;
        const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
        return start({
          begin: () => marqueeDrag(origin, { clientX, clientY, isAdding }),
          onPress: () => {
            if (!isAdding) edit.select([]);
            edit.seek(Math.floor(frameAt(clientX)));
          },
        });
      }
      const { item: id = '' } = item.dataset;
      const edge = found('edge')?.dataset['edge'];
      if (edge) {
        if (!useEditor.getState().selection.includes(id)) edit.select([id]);
        return start({ begin: () => trimDrag(id, edge === 'start' ? 'start' : 'end', t), onPress: () => chosen(id) });
      }
      const isTouch = event.pointerType === 'touch';
      const wasSelected = useEditor.getState().selection.includes(id);
      if (!isTouch && event.button === 0) choose(id, event);
      return start({
        begin: () => {
          if (isTouch && !wasSelected) edit.select([id]);
          const { selection } = useEditor.getState();
          if (!selection.includes(id)) return null;
          const isClip = findLaid(layoutOf(useEditor.getState().timeline), id)?.track === 'clip';
          return isClip
            ? reorderDrag(selection, frameAt, t)
            : moveDrag([id, ...selection.filter((one) => one !== id)], t);
        },
        onPress: () => {
          if (isTouch) choose(id, event);
          else if (wasSelected && !event.shiftKey && !event.ctrlKey && !event.metaKey) edit.select([id]);
          chosen(id);
        },
      });
    },
    [scroller, area, t],
  );
}

/** What a press on a thing chooses: itself; with Ctrl also, or no longer; with Shift all from the last one chosen to it. */
function choose(id: string, { shiftKey, ctrlKey, metaKey }: PointerEvent): void {
  const { selection, timeline } = useEditor.getState();
  if (ctrlKey || metaKey) return edit.select([id], 'toggle');
  if (shiftKey) return edit.select(between(selection.at(-1), id, timeline), 'add');
  if (!selection.includes(id)) edit.select([id]);
  return undefined;
}

/** The things of a track from one to another, both with them; of different tracks just the other. */
function between(from: string | undefined, to: string, timeline: Parameters<typeof layoutOf>[0]): readonly string[] {
  const layout = layoutOf(timeline);
  const track = findLaid(layout, to)?.track ?? 'clip';
  const ids = laidOn(layout, track).map(({ id }) => id);
  const places = [ids.indexOf(from ?? to), ids.indexOf(to)].toSorted((a, b) => a - b);
  const [first = -1, last = -1] = places;
  return first < 0 ? [to] : ids.slice(first, last + 1);
}

function chosen(id: string): void {
  const track = findLaid(layoutOf(useEditor.getState().timeline), id)?.track;
  if (track) timelineView.setActive(track, id);
}
