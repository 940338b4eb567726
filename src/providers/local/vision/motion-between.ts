/** How the camera moved between two pictures, as one shift and one zoom of the whole. */
export interface Motion {
  /** Pixels the camera went to the right. */
  readonly right: number;
  /** Pixels the camera went down. */
  readonly down: number;
  /** Growth of the picture: 0.01 is one per cent nearer. */
  readonly nearer: number;
  /** Share of the difference that this motion explains, 0 to 1. */
  readonly explained: number;
}

interface Grey {
  readonly pixels: Float32Array;
  readonly width: number;
  readonly height: number;
}

const LEVELS = 3;
const ROUNDS = 6;
const MARGIN = 2; // gradients need their neighbours

/**
 * Finds the motion of the whole picture by Lucas-Kanade from coarse to fine, with doubtful pixels weighing little, so that
 * things which move within a still picture do not count as the camera.
 */
export function motionBetween(before: Uint8Array, after: Uint8Array, width: number, height: number): Motion {
  const levels: [Grey, Grey][] = [[softened(toGrey(before, width, height)), softened(toGrey(after, width, height))]];
  while (levels.length < LEVELS) {
    const [one, other] = levels.at(-1) as [Grey, Grey];
    levels.push([halved(one), halved(other)]);
  }
  let motion: Parameters = { x: 0, y: 0, zoom: 0, light: 0 };
  for (const [index, [one, other]] of levels.toReversed().entries()) {
    if (index > 0) motion = { ...motion, x: motion.x * 2, y: motion.y * 2 };
    motion = refined(one, other, motion);
  }
  const [one, other] = levels[0] as [Grey, Grey];
  const still = residual(one, other, { x: 0, y: 0, zoom: 0, light: motion.light });
  const moved = residual(one, other, motion);
  return {
    right: motion.x,
    down: motion.y,
    nearer: -motion.zoom,
    explained: still < 0.05 ? 0 : Math.max(0, 1 - moved / still),
  };
}

interface Parameters {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly light: number;
}

/** Gauss-Newton on: after(p) = before(p + shift + zoom * (p - centre)) + light. */
function refined(before: Grey, after: Grey, start: Parameters): Parameters {
  const { width, height } = before;
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  const stride = width > 40 ? 2 : 1; // a quarter of the finest pixels is plenty for four unknowns
  let { x, y, zoom, light } = start;
  for (let round = 0; round < ROUNDS; round++) {
    const scale = 1.5 * residual(before, after, { x, y, zoom, light }) + 0.5;
    const normal = new Float64Array(20); // four rows of four, and the right side
    for (let row = MARGIN; row < height - MARGIN; row += stride) {
      for (let column = MARGIN; column < width - MARGIN; column += stride) {
        const fromX = column + x + zoom * (column - centreX);
        const fromY = row + y + zoom * (row - centreY);
        if (fromX < 1 || fromY < 1 || fromX > width - 3 || fromY > height - 3) continue;
        const slopeX = sample(before, fromX + 0.5, fromY) - sample(before, fromX - 0.5, fromY);
        const slopeY = sample(before, fromX, fromY + 0.5) - sample(before, fromX, fromY - 0.5);
        const slopeZoom = slopeX * (column - centreX) + slopeY * (row - centreY);
        const error = (after.pixels[row * width + column] ?? 0) - sample(before, fromX, fromY) - light;
        const weight = 1 / (1 + (error / scale) ** 2);
        addRow(normal, 0, weight * slopeX, slopeX, slopeY, slopeZoom, error);
        addRow(normal, 5, weight * slopeY, slopeX, slopeY, slopeZoom, error);
        addRow(normal, 10, weight * slopeZoom, slopeX, slopeY, slopeZoom, error);
        addRow(normal, 15, weight, slopeX, slopeY, slopeZoom, error);
      }
    }
    const step = solved(normal);
    if (!step) break;
    x = clamped(x + step[0], width / 3);
    y = clamped(y + step[1], height / 3);
    zoom = clamped(zoom + step[2], 0.3);
    light += step[3];
    if (Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) * width < 0.01) break;
  }
  return { x, y, zoom, light };
}

function addRow(
  normal: Float64Array,
  at: number,
  weight: number,
  x: number,
  y: number,
  zoom: number,
  error: number,
): void {
  normal[at] = (normal[at] ?? 0) + weight * x;
  normal[at + 1] = (normal[at + 1] ?? 0) + weight * y;
  normal[at + 2] = (normal[at + 2] ?? 0) + weight * zoom;
  normal[at + 3] = (normal[at + 3] ?? 0) + weight;
  normal[at + 4] = (normal[at + 4] ?? 0) + weight * error;
}

/** Mean difference that remains, in levels of grey. */
function residual(before: Grey, after: Grey, { x, y, zoom, light }: Parameters): number {
  const { width, height } = before;
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  let [sum, count] = [0, 0];
  for (let row = MARGIN; row < height - MARGIN; row += 2) {
    for (let column = MARGIN; column < width - MARGIN; column += 2) {
      const [fromX, fromY] = [column + x + zoom * (column - centreX), row + y + zoom * (row - centreY)];
      if (fromX < 0 || fromY < 0 || fromX > width - 2 || fromY > height - 2) continue;
      sum += Math.abs((after.pixels[row * width + column] ?? 0) - sample(before, fromX, fromY) - light);
      count++;
    }
  }
  return count === 0 ? 255 : sum / count;
}

function sample({ pixels, width }: Grey, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - column, y - row];
  const at = row * width + column;
  const top = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right;
  const bottom = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right;
  return top * (1 - down) + bottom * down;
}

function toGrey(pixels: Uint8Array, width: number, height: number): Grey {
  return { pixels: Float32Array.from(pixels), width, height };
}

/** A blur of three by three: slopes of single pixels mislead. */
function softened({ pixels, width, height }: Grey): Grey {
  const soft = Float32Array.from(pixels);
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      const sides =
        (pixels[at - 1] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at - width] ?? 0) + (pixels[at + width] ?? 0);
      soft[at] = (pixels[at] ?? 0) * 0.5 + sides * 0.125;
    }
  }
  return { pixels: soft, width, height };
}

function halved({ pixels, width, height }: Grey): Grey {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const out = new Float32Array(half.width * half.height);
  for (let row = 0; row < half.height; row++) {
    for (let column = 0; column < half.width; column++) {
      const at = row * 2 * width + column * 2;
      out[row * half.width + column] =
        ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + width] ?? 0) + (pixels[at + width + 1] ?? 0)) / 4;
    }
  }
  return { pixels: out, ...half };
}

/** Gaussian elimination of four equations; null where the picture is too plain to tell. */
function solved(normal: Float64Array): [number, number, number, number] | null {
  const at = (row: number, column: number): number => normal[row * 5 + column] ?? 0;
  for (let pivot = 0; pivot < 4; pivot++) {
    if (Math.abs(at(pivot, pivot)) < 1e-6) return null;
    for (let row = 0; row < 4; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      for (let column = pivot; column < 5; column++)
        normal[row * 5 + column] = at(row, column) - factor * at(pivot, column);
    }
  }
  return [at(0, 4) / at(0, 0), at(1, 4) / at(1, 1), at(2, 4) / at(2, 2), at(3, 4) / at(3, 3)];
}

function clamped(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
