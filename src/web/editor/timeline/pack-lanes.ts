/** Something that takes a stretch of time. */
interface Stretch {
  readonly startFrame: number;
  readonly endFrame: number;
}

/** Which lane each thing lies in, so that none lies over another: the first that is free, in order of time. */
export function packLanes(stretches: readonly Stretch[]): {
  readonly lanes: readonly number[];
  readonly count: number;
} {
  const lanes = stretches.map(() => 0);
  const ends: number[] = [];
  const order = stretches.map((_, place) => place).toSorted((a, b) => startOf(stretches, a) - startOf(stretches, b));
  for (const place of order) {
    const { startFrame, endFrame } = stretches[place] ?? { startFrame: 0, endFrame: 0 };
    const free = ends.findIndex((end) => end <= startFrame);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(endFrame, startFrame + 1);
    lanes[place] = lane;
  }
  return { lanes, count: ends.length };
}

const startOf = (stretches: readonly Stretch[], place: number): number => stretches[place]?.startFrame ?? 0;
