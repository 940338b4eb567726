import type { CameraPose, Move } from './move.ts';

/**
 * How a layer stands at a moment of a move: `scale` about `ZOOM_CENTRE`, then `x` of the frame's width and `y` of its height.
 *
 * `progress` 0 is the first frame, 1 the last; `depth` 0 the farthest layer, 1 the nearest. Never rounded: moves are sub-pixel smooth.
 */
export function cameraAt(
  move: Move,
  progress: number,
  depth: number,
): { readonly scale: number; readonly x: number; readonly y: number } {
  const pose = poseAt(move, progress);
  const shift = 0.3 + 0.95 * depth - move.pivot; // far to near 1 : 2.5 : 4.2; above 1 : 5 parallax looks like cut-outs
  return { scale: 1 + (pose.zoom - 1) * (0.45 + 0.55 * depth), x: pose.x * shift, y: pose.y * shift };
}

function poseAt({ from, to, legs, sway }: Move, progress: number): CameraPose {
  const way = legs > 1 ? (1 - Math.cos(Math.PI * legs * progress)) / 2 : ease(progress);
  const between = (start: number, end: number): number => start + (end - start) * way;
  const aside = legs > 1 ? Math.sin(Math.PI * legs * progress) : 0;
  return {
    zoom: between(from.zoom, to.zoom),
    x: between(from.x, to.x) + aside * sway.x,
    y: between(from.y, to.y) + aside * sway.y,
  };
}

/** Mostly linear, so that a move runs through a transition: a full ease in and out stops dead at every cut. */
function ease(progress: number): number {
  return 0.72 * progress + 0.28 * progress * progress * (3 - 2 * progress);
}
