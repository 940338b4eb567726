/** A place on the frame, or a way over it, in pixels of the film; +y is down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box turned clockwise about its own middle; `x` and `y` say where that is from the middle of the frame. */
export interface TurnedBox extends Point {
  readonly width: number;
  readonly height: number;
  /** Degrees. */
  readonly rotation: number;
}

/** The four sides of an upright box, from the middle of the frame. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A way turned clockwise. */
export function turnedWay({ x, y }: Point, degrees: number): Point {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return { x: x * cosine - y * sine, y: x * sine + y * cosine };
}

/** The sides of the upright box around a turned one. */
export function sidesOf({ x, y, width, height, rotation }: TurnedBox): Sides {
  const turn = (rotation * Math.PI) / 180;
  const [across, up] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfWidth = (width * across + height * up) / 2;
  const halfHeight = (width * up + height * across) / 2;
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** The sides of the upright box around several; null for none. */
export function sidesAround(boxes: readonly TurnedBox[]): Sides | null {
  if (boxes.length === 0) return null;
  const sides = boxes.map(sidesOf);
  return {
    left: Math.min(...sides.map(({ left }) => left)),
    right: Math.max(...sides.map(({ right }) => right)),
    top: Math.min(...sides.map(({ top }) => top)),
    bottom: Math.max(...sides.map(({ bottom }) => bottom)),
  };
}

/** Whether a place lies in a box; one that is smaller than `leastPx` is met as if it were that large, so that it can be hit. */
export function hasPoint(box: TurnedBox, point: Point, leastPx: number): boolean {
  const inBox = turnedWay({ x: point.x - box.x, y: point.y - box.y }, -box.rotation);
  return (
    Math.abs(inBox.x) <= Math.max(box.width, leastPx) / 2 && Math.abs(inBox.y) <= Math.max(box.height, leastPx) / 2
  );
}
