import type { Timeline } from '#contract/timeline.ts';
import { mapItems } from '#domain/editing/items.ts';
import { type Changes, patched } from '#domain/editing/sharing.ts';
import type { Overlay } from './overlay-in-box.ts';

/** The edit with overlays in the place of those of the same ids; itself where they are the same. */
export function withOverlays(timeline: Timeline, overlays: readonly Overlay[]): Timeline {
  const byId = new Map(overlays.map((overlay) => [overlay.id, overlay]));
  const changed = <One extends Overlay>(one: One): One => {
    const { id: _id, startFrame: _start, endFrame: _end, animation: _animation, ...looks } = byId.get(one.id) ?? one;
    return patched(one, looks as unknown as Changes<One>); // when it is seen is not this one's: plans shorten long animations
  };
  return mapItems(timeline, { text: changed, image: changed });
}
