/** What `homeOf` moves. */
interface Placed {
  readonly centerX: number;
  readonly centerY: number;
}

/** An overlay with the pixel of its middle at 0,0 of a frame without size, and how many whole pixels it is from there to its place. */
export interface Home<Overlay> {
  readonly overlay: Overlay;
  readonly shift: { readonly x: number; readonly y: number };
}

/** The frame that an overlay at home is drawn in. */
export const NO_FRAME = { width: 0, height: 0 } as const;

const FRACTION = 1e6; // a shift by whole pixels must not change the rest of the number

/**
 * Every overlay is drawn at home and then shifted: far from it the same numbers are rounded otherwise, and the edge of a
 * letter comes out one level lighter. So the same overlay has the same pixels wherever it stands, in whatever film.
 */
export function homeOf<Overlay extends Placed>(
  overlay: Overlay,
  frame: { readonly width: number; readonly height: number },
): Home<Overlay> {
  const [x, y] = [split(frame.width / 2 + overlay.centerX), split(frame.height / 2 + overlay.centerY)];
  return {
    overlay: { ...overlay, centerX: x.fraction, centerY: y.fraction },
    shift: { x: x.whole, y: y.whole },
  };
}

function split(value: number): { readonly whole: number; readonly fraction: number } {
  const whole = Math.floor(value);
  const fraction = Math.round((value - whole) * FRACTION) / FRACTION;
  return fraction < 1 ? { whole, fraction } : { whole: whole + 1, fraction: 0 };
}
