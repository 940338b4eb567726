import { laidOn, type TimelineLayout, type Track, TRACKS } from './timeline-layout.ts';

/** Where the arrow keys go from a thing of the timeline; null: nowhere. */
export function nextItem(
  layout: TimelineLayout,
  from: { readonly track: Track; readonly id: string },
  key: string,
): { readonly track: Track; readonly id: string } | null {
  const row = laidOn(layout, from.track);
  const place = row.findIndex(({ id }) => id === from.id);
  const at = (to: number) => (row[to] ? { track: from.track, id: row[to].id } : null);
  switch (key) {
    case 'ArrowLeft':
      return at(place - 1);
    case 'ArrowRight':
      return at(place + 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(row.length - 1);
    case 'ArrowUp':
      return inTrack(layout, from, row[place]?.startFrame ?? 0, -1);
    case 'ArrowDown':
      return inTrack(layout, from, row[place]?.startFrame ?? 0, 1);
    default:
      return null;
  }
}

/** In the next track that has anything, what is seen at that frame, or lies nearest to it. */
function inTrack(layout: TimelineLayout, { track }: { track: Track }, frame: number, step: 1 | -1) {
  for (let place = TRACKS.indexOf(track) + step; TRACKS[place]; place += step) {
    const other = TRACKS[place] ?? track;
    const [first, ...rest] = laidOn(layout, other);
    if (!first) continue;
    const away = (one: typeof first) => Math.max(one.startFrame - frame, frame - (one.endFrame - 1), 0);
    return { track: other, id: rest.reduce((best, one) => (away(one) < away(best) ? one : best), first).id };
  }
  return null;
}
