import type { FrameFeatures } from './frame-features.ts';
import { greyDistance } from './frame-features.ts';
import { motionBetween, type Motion } from './motion-between.ts';

type CameraMovement = 'static' | 'pan left' | 'pan right' | 'tilt up' | 'tilt down' | 'push in' | 'pull out';

/** What was seen of the camera in a shot. */
export interface CameraReading {
  readonly movement: CameraMovement;
  /** 0 to 1: how steadily it went one way, and how much of the change it explains. */
  readonly confidence: number;
  /** Of the frame's long side a second, at the edge of the picture for zooms. */
  readonly speed: number;
  /** Mean change of the picture a second, 0 to 1, whatever its cause. */
  readonly liveliness: number;
}

const LEAST_SPEED = 0.006; // of the long side a second: a push of 6 % over five seconds; below it noise decides
const GAP_S = 0.3; // slow moves are a fraction of a pixel from frame to frame
const QUICK_SPEED = 0.15; // beyond it pictures 0.3 s apart share too little to be compared
const FIRST_LOOK_PAIRS = 10;
const MOST_PAIRS = 40;

/** Measures the camera of a shot from pairs of its frames: next to each other for quick moves, further apart for slow ones. */
export async function cameraOfShot(
  frames: readonly FrameFeatures[],
  options: { width: number; height: number; fps: number },
  pause: () => Promise<void>,
): Promise<CameraReading> {
  const wide = Math.max(1, Math.min(frames.length - 1, Math.round(GAP_S * options.fps)));
  const quick = await measure(frames, { ...options, gap: 1, pairs: FIRST_LOOK_PAIRS }, pause);
  const isQuick = quick.speed > QUICK_SPEED && quick.confidence > 0.3;
  const seen = await measure(frames, { ...options, gap: isQuick ? 1 : wide, pairs: MOST_PAIRS }, pause);
  if (seen.speed >= LEAST_SPEED) return seen;
  return { ...seen, movement: 'static', confidence: round(1 - seen.speed / LEAST_SPEED / 2), speed: 0 };
}

async function measure(
  frames: readonly FrameFeatures[],
  options: { width: number; height: number; fps: number; gap: number; pairs: number },
  pause: () => Promise<void>,
): Promise<CameraReading> {
  const { width, height, fps, gap, pairs } = options;
  const step = Math.max(1, Math.floor((frames.length - gap) / pairs));
  const motions: Motion[] = [];
  let change = 0;
  for (let frame = 0; frame + gap < frames.length; frame += step) {
    const [before, after] = [frames[frame], frames[frame + gap]];
    if (!before || !after) continue;
    motions.push(motionBetween(before.grey, after.grey, width, height));
    change += greyDistance(before.grey, after.grey);
    await pause();
  }
  const still: CameraReading = { movement: 'static', confidence: 0, speed: 0, liveliness: 0 };
  if (motions.length === 0) return still;

  const perSecond = fps / gap / Math.max(width, height);
  const half = Math.max(width, height) / 2;
  const [strongest] = [
    reading(motions, (motion) => motion.right * perSecond, 'pan right', 'pan left'),
    reading(motions, (motion) => motion.down * perSecond, 'tilt down', 'tilt up'),
    reading(motions, (motion) => motion.nearer * half * perSecond, 'push in', 'pull out'),
  ].toSorted((one, other) => other.speed - one.speed);
  return { ...still, ...strongest, liveliness: (change / motions.length / gap) * fps };
}

function reading(
  motions: readonly Motion[],
  along: (motion: Motion) => number,
  forward: CameraMovement,
  backward: CameraMovement,
): Omit<CameraReading, 'liveliness'> {
  const speeds = motions.map(along);
  const typical = speeds.toSorted((one, other) => one - other)[Math.floor(speeds.length / 2)] ?? 0;
  const agreeing = speeds.filter((speed) => Math.sign(speed) === Math.sign(typical)).length / speeds.length;
  const explained = motions.reduce((sum, motion) => sum + motion.explained, 0) / motions.length;
  const steadiness = Math.max(0, 2 * agreeing - 1);
  return {
    movement: typical >= 0 ? forward : backward,
    speed: Math.abs(typical) * steadiness,
    confidence: round(steadiness * (0.3 + 0.7 * explained)),
  };
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
