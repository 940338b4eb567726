import { type FocusEvent, type KeyboardEvent, useCallback } from 'react';
import { edit, useEditor } from '../store/editor-store.ts';
import { nextItem } from './next-item.ts';
import { findLaid, layoutOf } from './timeline-layout.ts';
import { timelineView } from './timeline-view.ts';

/**
 * What keys do on a thing of the timeline: arrows go to its neighbours and to other tracks and choose what they come to (with
 * Shift also, with Ctrl they only go there), Ctrl and Space choose, Enter goes to its beginning.
 */
export function useTimelineKeys(): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const id = itemOf(event.target);
    if (id === null || event.altKey || event.nativeEvent.isComposing) return;
    const layout = layoutOf(useEditor.getState().timeline);
    const found = findLaid(layout, id);
    if (!found) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isCommand) {
      taken(event);
      return edit.seek(found.laid.startFrame);
    }
    if (event.key === ' ' && isCommand) {
      taken(event);
      return edit.select([id], 'toggle');
    }
    const to = nextItem(layout, { track: found.track, id }, event.key);
    const isArrow = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
    if (isArrow) taken(event);
    if (to === null) return undefined;
    timelineView.giveFocus(to.track, to.id);
    if (!isCommand) edit.select([to.id], event.shiftKey ? 'add' : 'only');
    return undefined;
  }, []);
  const onFocus = useCallback((event: FocusEvent) => {
    const id = itemOf(event.target);
    if (id === null) return;
    const track = findLaid(layoutOf(useEditor.getState().timeline), id)?.track;
    if (track) timelineView.setActive(track, id);
    const isByKey = event.target instanceof HTMLElement && event.target.matches(':focus-visible');
    if (isByKey && useEditor.getState().selection.length === 0) edit.select([id]);
  }, []);
  return { onKeyDown, onFocus };
}

function itemOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset['item'] ?? null) : null;
}

function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
