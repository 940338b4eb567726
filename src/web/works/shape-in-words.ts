import type { Resolution } from '#contract/work.ts';

const MOST = 21; // 21:9 is the longest that has a name

/** The shape of a frame as people say it: 9:16, 1:1; else by its sides: 1080 × 1350 is 4:5, 1000 × 562 is 1000 × 562. */
export function shapeInWords({ width, height }: Resolution): string {
  const common = commonDivisor(width, height);
  const [wide, high] = [width / common, height / common];
  return wide <= MOST && high <= MOST ? `${wide}:${high}` : `${width} × ${height}`;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
