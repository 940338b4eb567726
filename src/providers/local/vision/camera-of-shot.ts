import type { FrameFeatures } from './frame-features.ts';
import { greyDistance } from './frame-features.ts';
import { motionBetween, type Motion } from './motion-between.ts';

export type CameraMovement = 'static' | 'pan left' | 'pan right' | 'tilt up' | 'tilt down' | 'push in' | 'pull out';

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
const MOST_PAIRS = 40;

/** Measures the camera of a shot from pairs of its frames. */
export async function cameraOfShot(
  frames: readonly FrameFeatures[],
  options: { width: number; height: number; fps: number },
  pause: () => Promise<void>,
): Promise<CameraReading> {
  const { width, height, fps } = options;
  const gap = Math.max(1, Math.min(frames.length - 1, Math.round(GAP_S * fps)));
  const step = Math.max(1, Math.floor((frames.length - gap) / MOST_PAIRS));
  const motions: Motion[] = [];
  let change = 0;
  for (let frame = 0; frame + gap < frames.length; frame += step) {
    const [before, after] = [frames[frame], frames[frame + gap]];
    if (!before || !after) continue;
    motions.push(motionBetween(before.grey, after.grey, width, height));
    change += greyDistance(before.grey, after.grey);
    await pause();
  }
  if (motions.length === 0) return { movement: 'static', confidence: 0, speed: 0, liveliness: 0 };

  const perSecond = fps / gap / Math.max(width, height);
  const liveliness = (change / motions.length / gap) * fps;
  const half = Math.max(width, height) / 2;
  const choices = [
    reading(motions, (motion) => motion.right * perSecond, 'pan right', 'pan left'),
    reading(motions, (motion) => motion.down * perSecond, 'tilt down', 'tilt up'),
    reading(motions, (motion) => motion.nearer * half * perSecond, 'push in', 'pull out'),
  ].toSorted((one, other) => other.speed - one.speed);
  const [strongest] = choices;
  if (!strongest || strongest.speed < LEAST_SPEED) {
    const doubt = strongest ? strongest.speed / LEAST_SPEED : 0;
    return { movement: 'static', confidence: round(1 - doubt / 2), speed: 0, liveliness };
  }
  return { ...strongest, liveliness };
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
