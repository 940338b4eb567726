import { Path2D } from '@napi-rs/canvas';

/** A pointed leaf from its stem at the origin along +x: `belly` is where it is widest (0-1), `bend` lifts the tip sideways in widths. */
export function leafPath(length: number, width: number, belly = 0.4, bend = 0): Path2D {
  const path = new Path2D();
  const tip = bend * width;
  upperEdge(path, length, width, belly, tip);
  path.bezierCurveTo(length * (belly + 0.25), width * 0.55 + tip * 0.5, length * belly * 0.5, width * 0.62, 0, 0);
  path.closePath();
  return path;
}

/** The upper (left) half of the same leaf, for the half that faces the light. */
export function halfLeafPath(length: number, width: number, belly = 0.4, bend = 0): Path2D {
  const path = new Path2D();
  const tip = bend * width;
  upperEdge(path, length, width, belly, tip);
  path.quadraticCurveTo(length * 0.5, tip * 0.25, 0, 0);
  path.closePath();
  return path;
}

/** Where the leaflets of a frond sit: place along a bowed stem (0 foot, 1 tip), angle of the leaflet, and how long it is (0-1). */
export function frondLeaflets(
  pairs: number,
  bow: number,
): readonly {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly reach: number;
  readonly side: 1 | -1;
}[] {
  const leaflets: { x: number; y: number; angle: number; reach: number; side: 1 | -1 }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const along = 0.1 + (0.9 * (pair + 0.5)) / pairs;
    const x = along;
    const y = bow * along * along;
    const stem = Math.atan2(2 * bow * along, 1);
    const reach = Math.sin(Math.PI * (0.12 + 0.8 * along)) ** 0.8;
    const spread = 1.12 - 0.55 * along;
    for (const side of [-1, 1] as const) leaflets.push({ x, y, angle: stem + side * spread, reach, side });
  }
  return leaflets;
}

/** From the stem along the lit edge to the tip, which lies `tip` aside. */
function upperEdge(path: Path2D, length: number, width: number, belly: number, tip: number): void {
  path.moveTo(0, 0);
  path.bezierCurveTo(
    length * belly * 0.5,
    -width * 0.62,
    length * (belly + 0.25),
    -width * 0.55 + tip * 0.5,
    length,
    tip,
  );
}
