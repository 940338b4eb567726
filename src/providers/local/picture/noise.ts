import type { Random } from './random.ts';

/** Smooth noise along a line, about -1 to 1, one bump per unit; the same source gives the same line. */
export function lineNoise(random: Random): (x: number) => number {
  const knots = Array.from({ length: 256 }, () => random.between(-1, 1));
  const knot = (place: number): number => knots[((place % 256) + 256) % 256] ?? 0;
  return (x) => {
    const place = Math.floor(x);
    const part = x - place;
    const ease = part * part * (3 - 2 * part);
    return knot(place) * (1 - ease) + knot(place + 1) * ease;
  };
}

/** Octaves of a noise, each half as strong and twice as fine; `ridged` folds it to sharp crests. About -1 to 1. */
export function octaves(noise: (x: number) => number, x: number, count: number, ridged = false): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < count; octave++) {
    const value = noise(x * 2 ** octave + octave * 37.7);
    sum += weight * (ridged ? 1 - 2 * Math.abs(value) : value);
    total += weight;
    weight *= 0.5;
  }
  return sum / total;
}
