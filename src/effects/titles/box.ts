/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box grown on all sides. */
export function grown(
  box: Box,
  by: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Box {
  return {
    x: box.x - by.left,
    y: box.y - by.top,
    width: box.width + by.left + by.right,
    height: box.height + by.top + by.bottom,
  };
}

/** The smallest box around both. */
export function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** The upright box around one that is turned clockwise about a point. */
export function turned(box: Box, degrees: number, about: { readonly x: number; readonly y: number }): Box {
  if (degrees % 360 === 0) return box;
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const corners = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x, box.y + box.height],
    [box.x + box.width, box.y + box.height],
  ].map(([x = 0, y = 0]) => {
    const [fromX, fromY] = [x - about.x, y - about.y];
    return { x: about.x + fromX * cosine - fromY * sine, y: about.y + fromX * sine + fromY * cosine };
  });
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - top,
  };
}

/** The part of a box inside a frame, widened to even pixels (4:2:0); null where nothing of it is in the frame. */
export function evenInside(box: Box, frame: { readonly width: number; readonly height: number }): Box | null {
  const x = 2 * Math.floor(Math.max(0, box.x) / 2);
  const y = 2 * Math.floor(Math.max(0, box.y) / 2);
  const right = 2 * Math.ceil(Math.min(frame.width, box.x + box.width) / 2);
  const bottom = 2 * Math.ceil(Math.min(frame.height, box.y + box.height) / 2);
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}
