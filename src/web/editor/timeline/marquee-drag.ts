import { edit, useEditor } from '../store/editor-store.ts';
import type { Drag } from './drag.ts';
import { laidOn, layoutOf, TRACKS } from './timeline-layout.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

/**
 * Chooses what is drawn around.
 *
 * @param area what the frames of the film are counted from, and scrolls along
 * @param start where it began, in the window
 */
export function marqueeDrag(
  area: HTMLElement,
  start: { readonly clientX: number; readonly clientY: number; readonly isAdding: boolean },
): Drag {
  const before = start.isAdding ? useEditor.getState().selection : [];
  const box = area.getBoundingClientRect();
  const from = { x: start.clientX - box.left, y: start.clientY - box.top };
  return {
    move: ({ byPx, clientY }) => {
      const now = area.getBoundingClientRect();
      const to = { x: from.x + byPx, y: clientY - now.top };
      const marquee = {
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      };
      timelineView.show({ marquee });
      const found = within(area, marquee);
      const next = [...before, ...found.filter((id) => !before.includes(id))];
      const { selection } = useEditor.getState();
      if (next.length !== selection.length || next.some((id, place) => id !== selection[place])) edit.select(next);
    },
    end: () => timelineView.letGo(),
    cancel: () => {
      timelineView.letGo();
      edit.select(before);
    },
  };
}

/** The things that a box in the area touches, by the lanes they lie in. */
function within(
  area: HTMLElement,
  box: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>,
): readonly string[] {
  const layout = layoutOf(useEditor.getState().timeline);
  const { scale } = useTimelineView.getState();
  const [from, to] = [box.left / scale, (box.left + box.width) / scale];
  const areaTop = area.getBoundingClientRect().top;
  return TRACKS.flatMap((track) => {
    const row = area.parentElement?.querySelector(`[data-lane="${track}"]`)?.getBoundingClientRect();
    if (!row) return [];
    const lanePx = row.height / layout.lanes[track];
    return laidOn(layout, track)
      .filter(({ startFrame, endFrame, lane }) => {
        const top = row.top - areaTop + lane * lanePx;
        return startFrame < to && endFrame > from && top < box.top + box.height && top + lanePx > box.top;
      })
      .map(({ id }) => id);
  });
}
