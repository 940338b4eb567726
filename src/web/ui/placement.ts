/** The side of its anchor on which a popup lies. */
export type Side = 'top' | 'bottom';

/** The edge of its anchor with which a popup lines up, in the direction of the language. */
export type Align = 'start' | 'center' | 'end';

/** A rectangle on the screen, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What decides where a popup goes. */
export interface PlacementInput {
  readonly anchor: Box;
  readonly popup: Pick<Box, 'width' | 'height'>;
  readonly viewport: Pick<Box, 'width' | 'height'>;
  readonly side: Side;
  readonly align: Align;
  readonly rightToLeft: boolean;
}

/** Where a popup goes, and how high it may be before it scrolls. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly side: Side;
}

const gap = 6;
const margin = 8;

/** Where a popup goes beside its anchor: on the other side if there is more room, and never out of the window. */
export function placement({ anchor, popup, viewport, side, align, rightToLeft }: PlacementInput): Placement {
  const above = anchor.top - gap - margin;
  const below = viewport.height - (anchor.top + anchor.height) - gap - margin;
  const [wanted, other] = side === 'bottom' ? [below, above] : [above, below];
  const flips = popup.height > wanted && other > wanted;
  const chosen: Side = flips === (side === 'bottom') ? 'top' : 'bottom';
  const maxHeight = Math.max(chosen === 'bottom' ? below : above, 0);
  const height = Math.min(popup.height, maxHeight);
  const top = chosen === 'bottom' ? anchor.top + anchor.height + gap : anchor.top - gap - height;
  const spare = anchor.width - popup.width;
  const share = align === 'center' ? 0.5 : (align === 'end') === rightToLeft ? 0 : 1;
  const left = anchor.left + spare * share;
  const furthest = Math.max(viewport.width - margin - popup.width, margin);
  return { left: Math.min(Math.max(left, margin), furthest), top, maxHeight, side: chosen };
}
