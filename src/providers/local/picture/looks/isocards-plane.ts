import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { softly } from '../soft.ts';
import { catchLight } from '../solids.ts';

/** A drawing plane in space: `right` and `down` are its unit vectors on the frame, `up` its lift in pixels per unit of height. */
export interface Plane {
  readonly x: number;
  readonly y: number;
  readonly right: readonly [number, number];
  readonly down: readonly [number, number];
  readonly k: number;
}

/** A slab lying on or floating over a plane; sizes in the plane's units. */
export interface Slab {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lift: number;
  readonly thickness: number;
  readonly corner: number;
  /** Height of what lies below it, where its shadow falls. */
  readonly over: number;
  readonly face: (context: SKRSContext2D) => void;
  /** Lightest to darkest: edge that catches light, the two sides. */
  readonly edge: (alpha: number) => string;
  readonly sideNear: string;
  readonly sideFar: string;
}

/** Puts a context on a plane at a height. */
function onPlane(context: SKRSContext2D, plane: Plane, lift: number): void {
  context.transform(
    plane.right[0] * plane.k,
    plane.right[1] * plane.k,
    plane.down[0] * plane.k,
    plane.down[1] * plane.k,
    plane.x,
    plane.y - lift * plane.k,
  );
}

/** Draws a slab: a wide and a close shadow on what is below, its thickness, its face, and the edge that catches light. */
export function drawSlab(context: SKRSContext2D, plane: Plane, slab: Slab, shadow: (alpha: number) => string): void {
  const shape = new Path2D();
  shape.roundRect(slab.left, slab.top, slab.width, slab.height, slab.corner);
  const height = slab.lift - slab.over;
  const corners = [
    [slab.left, slab.top],
    [slab.left + slab.width, slab.top],
    [slab.left, slab.top + slab.height],
    [slab.left + slab.width, slab.top + slab.height],
  ] as const;
  const xs = corners.map(([a, b]) => plane.x + (a * plane.right[0] + b * plane.down[0]) * plane.k);
  const ys = corners.map(
    ([a, b]) => plane.y + (a * plane.right[1] + b * plane.down[1]) * plane.k - slab.over * plane.k,
  );
  const area = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
  for (const [blurPx, alpha, drift] of [
    [(34 + height * 0.34) * plane.k, 0.27, 0.34],
    [(10 + height * 0.12) * plane.k, 0.34, 0.1],
  ] as const) {
    const shiftX = (12 + height * drift) * plane.k;
    const shiftY = (16 + height * drift * 0.6) * plane.k;
    softly(
      context,
      { x: area.x, y: area.y, width: area.width + shiftX, height: area.height + shiftY },
      blurPx,
      (small) => {
        small.translate(shiftX, shiftY);
        onPlane(small, plane, slab.over);
        small.fillStyle = shadow(1);
        small.fill(shape);
      },
      { alpha },
    );
  }
  const steps = Math.max(1, Math.round(slab.thickness * plane.k));
  for (let step = steps; step >= 1; step--) {
    context.save();
    onPlane(context, plane, slab.lift - (slab.thickness * step) / steps);
    const side = context.createLinearGradient(slab.left, slab.top + slab.height, slab.left + slab.width, slab.top);
    side.addColorStop(0.3, slab.sideNear);
    side.addColorStop(0.7, slab.sideFar);
    context.fillStyle = side;
    context.fill(shape);
    context.restore();
  }
  context.save();
  onPlane(context, plane, slab.lift);
  context.save();
  context.clip(shape);
  context.translate(slab.left, slab.top);
  slab.face(context);
  context.restore();
  catchLight(context, shape, {
    colour: slab.edge,
    widthPx: 2.6,
    from: [slab.left, slab.top],
    to: [slab.left + slab.width, slab.top + slab.height],
    strength: 0.95,
  });
  context.restore();
}

/** An upright prism standing on a plane, for columns of a chart: lit top, light left side, dark right side. */
export function drawPrism(
  context: SKRSContext2D,
  plane: Plane,
  at: {
    readonly left: number;
    readonly top: number;
    readonly side: number;
    readonly foot: number;
    readonly height: number;
  },
  tones: {
    readonly top: string;
    readonly light: string;
    readonly dark: string;
    readonly edge: string;
    readonly shadow: string;
  },
): void {
  const point = (a: number, b: number, lift: number): readonly [number, number] => [
    plane.x + (a * plane.right[0] + b * plane.down[0]) * plane.k,
    plane.y + (a * plane.right[1] + b * plane.down[1] - lift) * plane.k,
  ];
  const { left, top, side, foot, height } = at;
  const face = (points: readonly (readonly [number, number])[], colour: string): Path2D => {
    const path = new Path2D();
    for (const [place, [x, y]] of points.entries()) {
      if (place === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
    context.fillStyle = colour;
    context.fill(path);
    return path;
  };
  const head = foot + height;
  const [nearX, nearY] = point(left + side, top + side, foot);
  softly(
    context,
    { x: nearX - side * plane.k, y: nearY - side * plane.k, width: side * 3 * plane.k, height: side * 2 * plane.k },
    20 * plane.k,
    (small) => {
      const shade = new Path2D();
      for (const [place, [x, y]] of [
        point(left, top + side, foot),
        point(left + side, top + side, foot),
        point(left + side * 1.9, top + side * 0.6, foot),
        point(left + side * 1.5, top, foot),
      ].entries()) {
        if (place === 0) shade.moveTo(x, y);
        else shade.lineTo(x, y);
      }
      small.fillStyle = tones.shadow;
      small.fill(shade);
    },
    { alpha: 0.4 },
  );
  face(
    [
      point(left, top + side, foot),
      point(left + side, top + side, foot),
      point(left + side, top + side, head),
      point(left, top + side, head),
    ],
    tones.light,
  );
  face(
    [
      point(left + side, top + side, foot),
      point(left + side, top, foot),
      point(left + side, top, head),
      point(left + side, top + side, head),
    ],
    tones.dark,
  );
  face(
    [
      point(left, top, head),
      point(left + side, top, head),
      point(left + side, top + side, head),
      point(left, top + side, head),
    ],
    tones.top,
  );
  context.strokeStyle = tones.edge;
  context.lineWidth = 2 * plane.k;
  context.lineJoin = 'round';
  context.beginPath();
  for (const [place, [x, y]] of [
    point(left, top + side, head),
    point(left + side, top + side, head),
    point(left + side, top, head),
  ].entries()) {
    if (place === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.moveTo(...point(left + side, top + side, head));
  context.lineTo(...point(left + side, top + side, foot));
  context.stroke();
}
