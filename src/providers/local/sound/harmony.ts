import type { Random } from '../picture/random.ts';

/** Five notes from low to high, in semitones above the key note. Neighbouring chords share notes, so that pads glide. */
type Chord = readonly [number, number, number, number, number];

const tonic: Chord = [0, 7, 12, 14, 16]; // I add9
const sixth: Chord = [-3, 4, 7, 12, 16]; // vi7
const fourth: Chord = [-7, 5, 9, 12, 16]; // IVmaj7
const fifth: Chord = [-5, 2, 7, 12, 14]; // Vsus
const second: Chord = [2, 9, 12, 14, 17]; // ii9
const third: Chord = [4, 7, 11, 14, 16]; // iii7

const brightCycles: readonly (readonly Chord[])[] = [
  [tonic, sixth, fourth, fifth],
  [tonic, fourth, sixth, fifth],
  [tonic, third, fourth, fifth],
  [fourth, tonic, second, fifth],
];
const darkCycles: readonly (readonly Chord[])[] = [
  [sixth, fourth, tonic, fifth],
  [sixth, second, fourth, tonic],
  [second, sixth, fourth, fifth],
  [sixth, tonic, fourth, second],
];

/** What a sound bed is built on. */
export interface Harmony {
  readonly keyHz: number;
  /** The chord of a bar, 0-based; the last bars lead home. */
  chordAt(bar: number): Chord;
}

/** Chooses key and progression: bright ones end on the tonic, dark ones on its relative minor. */
export function chooseHarmony(barCount: number, scheme: 'light' | 'dark', random: Random): Harmony {
  const keyHz = 146.83 * 2 ** (random.pick([-3, -2, 0, 1, 3]) / 12); // around D3, where five-note chords are neither muddy nor thin
  const cycle = random.pick(scheme === 'light' ? brightCycles : darkCycles);
  const home = scheme === 'light' ? tonic : sixth;
  return {
    keyHz,
    chordAt(bar) {
      if (bar === barCount - 1) return home;
      if (bar === barCount - 2 && barCount >= 4) return fourth;
      return cycle[bar % cycle.length] ?? home;
    },
  };
}
