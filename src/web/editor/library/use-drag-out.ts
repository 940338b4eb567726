import type { DragEvent, PointerEvent } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { startDrag } from '../timeline/drag.ts';
import { dropDrag, type Incoming } from '../timeline/drop-drag.ts';

/** What an element listens to that can be carried to the timeline. */
interface DragOut {
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly onDragStart?: (event: DragEvent<HTMLElement>) => void;
}

/**
 * Lets something of the library be carried to the timeline; a press of it does what it did. Not on a phone, where the library
 * lies over the timeline: there, and for keys, it is added by its button.
 *
 * @param incomingOf asked once it is carried; null where there is nothing to carry
 */
export function useDragOut(incomingOf: () => Incoming | null): DragOut {
  const t = useStrings('timeline');
  const isBeside = useMedia('(min-width: 64rem)');
  if (!isBeside) return {};
  return {
    onPointerDown: ({ nativeEvent: event, currentTarget }) => {
      const tracks = document.querySelector<HTMLElement>('[data-tracks]');
      const button = event.target instanceof Element ? event.target.closest('button, input') : null;
      const isOther = button !== null && button !== currentTarget && currentTarget.contains(button);
      if (!tracks || isOther) return;
      startDrag({
        event,
        scroller: tracks,
        isFromElsewhere: true,
        begin: () => {
          const incoming = incomingOf();
          return incoming && dropDrag(incoming, tracks, t);
        },
      });
    },
    onDragStart: (event) => event.preventDefault(), // the browser's own way to carry pictures
  };
}
