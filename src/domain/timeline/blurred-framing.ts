interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How a whole picture stands in a frame of another shape, over itself: small enough to blur for nearly nothing, then grown to the frame.
 * All lengths are even pixels.
 */
export interface BlurredFraming {
  /** The whole picture in the frame. */
  readonly picture: Size & { readonly x: number; readonly y: number };
  /** The ground before it is grown to the frame. */
  readonly ground: Size;
  /** The picture covering that ground, to be cut evenly on both sides. */
  readonly cover: Size;
  /** Of the Gaussian blur, in pixels of the small ground. */
  readonly sigma: number;
  /** What is left of the ground's light. */
  readonly light: number;
}

const GROUND_SHARE = 1 / 16;
const SIGMA_SHARE = 0.035; // of the ground's shorter side
const LIGHT = 0.55;
const SAME_SHAPE = 0.01; // bars narrower than this share of the frame are cut instead, as nobody wants to see them

/** How to frame a picture whole; null where it has the frame's shape, and fills it. */
export function blurredFraming(source: Size, frame: Size): BlurredFraming | null {
  const fit = Math.min(frame.width / source.width, frame.height / source.height);
  const picture = { width: even(source.width * fit), height: even(source.height * fit) };
  const spare = Math.max(1 - picture.width / frame.width, 1 - picture.height / frame.height);
  if (spare < SAME_SHAPE) return null;
  const ground = { width: even(frame.width * GROUND_SHARE), height: even(frame.height * GROUND_SHARE) };
  const fill = Math.max(ground.width / source.width, ground.height / source.height);
  return {
    picture: {
      ...picture,
      x: 2 * Math.round((frame.width - picture.width) / 4),
      y: 2 * Math.round((frame.height - picture.height) / 4),
    },
    ground,
    cover: {
      width: Math.max(ground.width, even(source.width * fill)),
      height: Math.max(ground.height, even(source.height * fill)),
    },
    sigma: Math.max(1, Math.min(ground.width, ground.height) * SIGMA_SHARE),
    light: LIGHT,
  };
}

function even(length: number): number {
  return Math.max(2, 2 * Math.round(length / 2));
}
