/** What the camera does during a clip. `drift` is a barely-there push, so that a still shot does not freeze. */
export type MoveKind =
  | 'push'
  | 'pull'
  | 'pan-left'
  | 'pan-right'
  | 'tilt-up'
  | 'tilt-down'
  | 'orbit-left'
  | 'orbit-right'
  | 'drift';

/**
 * Where the camera stands, as it acts on the nearest layer (depth 1): `zoom` 1 is the still itself; `x` of the frame's
 * width and `y` of its height are how far the picture moves, right and down positive.
 */
export interface CameraPose {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** A move from one pose to another. */
export interface Move {
  readonly kind: MoveKind;
  readonly from: CameraPose;
  readonly to: CameraPose;
  /** The share of the shift that stands still: 0 for a pan; at 0.6 what is far and what is near go opposite ways, an orbit. */
  readonly pivot: number;
  /** How far it swings aside on each leg where there are several, so that it never stands still where it turns. */
  readonly sway: { readonly x: number; readonly y: number };
  /** How often the way is gone; odd. More than one turns softly at each end, for clips too long for a single move. */
  readonly legs: number;
}

/** How the frame is zoomed about this point, in fractions of the frame: subjects stand a little below the middle. */
export const ZOOM_CENTRE = { x: 0.5, y: 0.55 } as const;
