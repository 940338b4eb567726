import type { Point } from './turned-box.ts';

interface Turn {
  /** Of the box before it was turned, in degrees. */
  readonly rotation: number;
  readonly middle: Point;
  /** Where the pointer took hold, and where it is. */
  readonly from: Point;
  readonly to: Point;
  /** `steps`: by 15 degrees; `snaps`: held where it is nearly upright or level; `free`: as it comes. */
  readonly by: 'steps' | 'snaps' | 'free';
}

const STEP = 15;
const SNAP_WITHIN = 3;

/** How a box is turned, in degrees, when the pointer goes round its middle. */
export function turnedTo({ rotation, middle, from, to, by }: Turn): number {
  const turned = rotation + angleOf(middle, to) - angleOf(middle, from);
  if (by === 'steps') return evenTurn(Math.round(turned / STEP) * STEP);
  const right = Math.round(turned / 90) * 90;
  return evenTurn(by === 'snaps' && Math.abs(turned - right) <= SNAP_WITHIN ? right : turned);
}

/** The same turn, said between -180 and 180 and to a tenth of a degree. */
export function evenTurn(degrees: number): number {
  const within = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const tidy = Math.round(within * 10) / 10;
  return tidy === -180 ? 180 : tidy + 0;
}

const angleOf = (middle: Point, { x, y }: Point): number => (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI;
