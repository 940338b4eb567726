import { frameDistance, greyCorrelation, greyDistance, type FrameFeatures } from './frame-features.ts';

/** A stretch without a join. `startFrame` inclusive, `endFrame` exclusive, in analysed frames. */
export interface Shot {
  readonly startFrame: number;
  readonly endFrame: number;
  /** How it leads to the next; the last one's is `cut`. */
  readonly transition: 'cut' | 'fade';
}

interface Join {
  /** First frame of the new shot. */
  readonly frame: number;
  readonly transition: Shot['transition'];
  /** Frames around it that belong to neither shot alone. */
  readonly reach: number;
}

const CUT_DISTANCE = 0.28;
const OVER_NEIGHBOURS = 2.5; // a cut stands out of the movement around it
const NEIGHBOURS = 5;
const SAME_SCENE = 0.7; // correlation above it: the same picture, lit differently
const BLACK = 14; // mean brightness of 255
const RISE = 3; // frames in which a picture comes out of black
const SHORTEST_SHOT = 3;
const FADE_REACHES = [2, 3, 4, 5, 7, 10]; // half lengths looked for: 0.4 to 2 s at ten frames a second

/** Finds the shots of a film: hard cuts, fades through black, and cross-fades. */
export async function findShots(frames: readonly FrameFeatures[], pause: () => Promise<void>): Promise<Shot[]> {
  const distances = [0];
  for (let frame = 1; frame < frames.length; frame++) {
    distances.push(distanceBetween(frames, frame - 1, frame));
    await pause();
  }
  const blacks = findBlacks(frames);
  const isInBlack = (frame: number): boolean =>
    blacks.some((black) => Math.abs(black.frame - frame) <= black.reach + RISE);
  const cuts = findCuts(frames, distances).filter((cut) => !isInBlack(cut.frame));
  const joins = [...cuts, ...blacks, ...(await findCrossFades(frames, [...cuts, ...blacks], pause))];
  return shotsBetween(joins, frames.length);
}

function findCuts(frames: readonly FrameFeatures[], distances: readonly number[]): Join[] {
  const cuts: Join[] = [];
  for (let frame = 1; frame < frames.length; frame++) {
    const distance = distances[frame] ?? 0;
    if (distance < CUT_DISTANCE) continue;
    const around = [
      ...distances.slice(Math.max(1, frame - NEIGHBOURS), frame),
      ...distances.slice(frame + 1, frame + 1 + NEIGHBOURS),
    ];
    if (distance < OVER_NEIGHBOURS * median(around)) continue;
    const isFlash = frame + 1 < frames.length && distanceBetween(frames, frame - 1, frame + 1) < distance / 3;
    const endsFlash = frame >= 2 && distanceBetween(frames, frame - 2, frame) < distance / 3;
    if (!isFlash && !endsFlash) cuts.push({ frame, transition: 'cut', reach: 0 });
  }
  return cuts;
}

/** Black between two bright stretches: a fade where the way there is gradual, else a cut. */
function findBlacks(frames: readonly FrameFeatures[]): Join[] {
  const joins: Join[] = [];
  const brightness = (frame: number): number => frames[frame]?.brightness ?? 0;
  for (let from = 1; from < frames.length; from++) {
    if (brightness(from) >= BLACK || brightness(from - 1) < BLACK) continue;
    let to = from;
    while (to < frames.length && brightness(to) < BLACK) to++;
    if (to === frames.length) break;
    const isGradual =
      brightness(from - 1) < 0.75 * Math.max(brightness(from - 3), brightness(from - 4)) ||
      brightness(to) < 0.75 * brightness(to + 3);
    joins.push({ frame: Math.round((from + to) / 2), transition: isGradual ? 'fade' : 'cut', reach: to - from });
    from = to;
  }
  return joins;
}

/** A cross-fade's middle is the mean of its ends, which are different scenes; nothing that moves looks so. */
async function findCrossFades(
  frames: readonly FrameFeatures[],
  joins: readonly Join[],
  pause: () => Promise<void>,
): Promise<Join[]> {
  const candidates: (Join & { readonly strength: number })[] = [];
  for (let frame = 2; frame < frames.length - 2; frame++) {
    await pause();
    for (const reach of FADE_REACHES) {
      const [before, middle, after] = [frames[frame - reach], frames[frame], frames[frame + reach]];
      if (!before || !middle || !after) break;
      if (before.brightness < BLACK || after.brightness < BLACK) continue;
      if (joins.some((join) => Math.abs(join.frame - frame) <= reach + join.reach + 1)) continue;
      const apart = greyDistance(before.grey, after.grey);
      if (apart < 0.05 || frameDistance(before, after) < CUT_DISTANCE * 0.8) continue;
      const misfit = misfitOfMean(before.grey, middle.grey, after.grey) / apart;
      if (misfit > 0.2 || greyCorrelation(before.grey, after.grey) > SAME_SCENE) continue;
      candidates.push({ frame, transition: 'fade', reach, strength: apart * (1 - misfit) });
    }
  }
  const kept: Join[] = [];
  for (const candidate of candidates.toSorted(
    (one, other) => other.strength - one.strength || one.reach - other.reach,
  )) {
    if (kept.every((join) => Math.abs(join.frame - candidate.frame) > join.reach + candidate.reach))
      kept.push(candidate);
  }
  return kept;
}

function misfitOfMean(before: Uint8Array, middle: Uint8Array, after: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < middle.length; index++) {
    sum += Math.abs((middle[index] ?? 0) - ((before[index] ?? 0) + (after[index] ?? 0)) / 2);
  }
  return sum / middle.length / 255;
}

function shotsBetween(joins: readonly Join[], frameCount: number): Shot[] {
  const shots: Shot[] = [];
  let startFrame = 0;
  for (const join of joins.toSorted((one, other) => one.frame - other.frame)) {
    if (join.frame - startFrame < SHORTEST_SHOT || frameCount - join.frame < SHORTEST_SHOT) continue;
    shots.push({ startFrame, endFrame: join.frame, transition: join.transition });
    startFrame = join.frame;
  }
  shots.push({ startFrame, endFrame: frameCount, transition: 'cut' });
  return shots;
}

function distanceBetween(frames: readonly FrameFeatures[], one: number, other: number): number {
  const [before, after] = [frames[one], frames[other]];
  return before && after ? frameDistance(before, after) : 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
