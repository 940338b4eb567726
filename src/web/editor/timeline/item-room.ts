/** What there is room for on a thing of a track, each with all before it: nothing, edges to pull, grips on them, its name. */
export type ItemRoom = 'nothing' | 'edges' | 'grips' | 'name';

const EDGES_PX = 12; // narrower than that there is no telling an edge from the thing
const GRIPS_PX = 20;
const NAME_PX = 28; // narrower than that no letter of a name is read

/** What there is room for in so many pixels. */
export function roomIn(widthPx: number): ItemRoom {
  if (widthPx >= NAME_PX) return 'name';
  if (widthPx > GRIPS_PX) return 'grips';
  return widthPx >= EDGES_PX ? 'edges' : 'nothing';
}
