import { randomFrom, type Random } from '../picture/random.ts';
import { highPass, openLowPass } from './filters.ts';
import { chooseHarmony, type Harmony } from './harmony.ts';
import { addBrush, addKick, addMallet, addPadNote, addSub } from './instruments.ts';
import { integratedLufs } from './loudness.ts';
import { addReverb } from './reverb.ts';
import { SAMPLE_RATE, silence, type Stereo } from './stereo.ts';

/** What a sound bed is made for; the same brief gives the same samples. */
export interface SoundBrief {
  readonly durationS: number;
  readonly tempo: 'slow' | 'medium' | 'fast';
  readonly seed: number;
  /** Of the film's palette: dark ones get the minor progressions. */
  readonly scheme: 'light' | 'dark';
}

const TARGET_BPM = { slow: 76, medium: 96, fast: 116 } as const;
const LOUDNESS_LUFS = -20; // a bed: 6 below what platforms play at, so that a voice fits above it
const FADE_OUT_S = 1.6;
const FADE_IN_S = 0.03;
const SHORTEST_BAR_S = 1.5; // in less than that a pulse only hurries: pads alone

const LONGEST_BARS = 24; // about a minute; longer beds repeat the eight bars after the first eight
const REPEATED_BARS = 8; // two rounds of any progression, so that a repeat is entered from the chord it came from
const SEAM_S = 0.03;

const malletPatterns: readonly (readonly number[])[] = [
  [0, 2, 1, 3, 2, 4, 3, 1],
  [0, 3, 2, 4, 1, 3, 2, 3],
  [2, 1, 3, 2, 4, 3, 1, 2],
  [0, 1, 2, 3, 4, 3, 2, 1],
];

/**
 * Composes a quiet bed of music: whole bars that end with the film, at -20 LUFS.
 *
 * `parts` lie end to end and are `round(durationS * 48000)` samples together; long beds share the repeated part's memory.
 */
export function soundBed(brief: SoundBrief): { readonly parts: readonly Stereo[] } {
  const sampleCount = Math.max(1, Math.round(brief.durationS * SAMPLE_RATE));
  const barCount = Math.max(1, Math.round((brief.durationS * TARGET_BPM[brief.tempo]) / 240));
  const barS = brief.durationS / barCount;
  const repeats = Math.max(0, Math.ceil((barCount - LONGEST_BARS) / REPEATED_BARS));
  const repeatedCount = Math.round(REPEATED_BARS * barS * SAMPLE_RATE);
  const piece = renderPiece(brief, barCount - repeats * REPEATED_BARS, barS, sampleCount - repeats * repeatedCount);
  if (repeats === 0) return { parts: [piece] };
  const seam = Math.round(2 * REPEATED_BARS * barS * SAMPLE_RATE);
  const repeated = loopOf(piece, seam - repeatedCount, seam);
  return {
    parts: [
      slice(piece, 0, seam),
      ...Array.from({ length: repeats }, () => repeated),
      slice(piece, seam, piece.left.length),
    ],
  };
}

function renderPiece(brief: SoundBrief, barCount: number, barS: number, sampleCount: number): Stereo {
  const random = randomFrom('sound', brief.seed);
  const harmony = chooseHarmony(barCount, brief.scheme, random.fork('harmony'));
  const pad = silence(sampleCount);
  const bed = silence(sampleCount);
  const bar = { harmony, count: barCount, lengthS: barS };
  playPad(pad, bar, random.fork('pad'));
  openLowPass(pad, 520, 1400, sampleCount * 0.6);
  if (barS >= SHORTEST_BAR_S) playPulse(bed, bar, brief.tempo, random.fork('pulse'));
  const send = new Float32Array(sampleCount);
  for (let index = 0; index < sampleCount; index++) {
    send[index] =
      0.5 * ((pad.left[index] ?? 0) + (pad.right[index] ?? 0)) +
      0.35 * ((bed.left[index] ?? 0) + (bed.right[index] ?? 0));
  }
  if (barS >= SHORTEST_BAR_S) playGround(bed, bar, brief.tempo, random.fork('ground'));
  for (let index = 0; index < sampleCount; index++) {
    bed.left[index] = (bed.left[index] ?? 0) + (pad.left[index] ?? 0);
    bed.right[index] = (bed.right[index] ?? 0) + (pad.right[index] ?? 0);
  }
  addReverb(bed, send, 0.11);
  highPass(bed, 28);
  fade(bed);
  amplify(bed, 10 ** ((LOUDNESS_LUFS - integratedLufs(bed)) / 20));
  return bed;
}

interface Bars {
  readonly harmony: Harmony;
  readonly count: number;
  readonly lengthS: number;
}

function playPad(bus: Stereo, { harmony, count, lengthS }: Bars, random: Random): void {
  for (let bar = 0; bar < count; bar++) {
    for (const [place, semitones] of harmony.chordAt(bar).entries()) {
      addPadNote(
        bus,
        { hz: hertz(harmony, semitones), startS: bar * lengthS, holdS: lengthS, gain: place === 0 ? 0.075 : 0.06 },
        random,
      );
    }
  }
}

/** Mallets in eighths (quarters where the film is slow), from the middle of the first bar to the last downbeat. */
function playPulse(bus: Stereo, { harmony, count, lengthS }: Bars, tempo: SoundBrief['tempo'], random: Random): void {
  const pattern = random.pick(malletPatterns);
  const every = tempo === 'slow' ? 2 : 1;
  const lastEighth = (count - 1) * 8;
  for (let eighth = count === 1 ? 2 : 4; eighth <= Math.max(lastEighth, count === 1 ? 6 : 0); eighth += every) {
    const chord = harmony.chordAt(Math.floor(eighth / 8));
    const semitones = chord[pattern[eighth % 8] ?? 0] ?? 0;
    const accent = eighth % 8 === 0 ? 1 : eighth % 2 === 0 ? 0.75 : 0.55;
    const gain = 0.16 * accent * random.between(0.9, 1.1);
    addMallet(bus, {
      hz: 2 * hertz(harmony, semitones),
      startS: (eighth * lengthS) / 8,
      gain,
      pan: eighth % 2 === 0 ? -0.25 : 0.25,
    });
  }
}

/** Sub, kick and brushes: what is felt more than heard. */
function playGround(bus: Stereo, { harmony, count, lengthS }: Bars, tempo: SoundBrief['tempo'], random: Random): void {
  const beatS = lengthS / 4;
  const kickBeats = tempo === 'fast' ? [0, 1, 2, 3] : tempo === 'medium' ? [0, 2] : [0];
  for (let bar = 0; bar < count; bar++) {
    const startS = bar * lengthS;
    const last = bar === count - 1;
    const root = hertz(harmony, harmony.chordAt(bar)[0]) / 2;
    for (const beat of last ? [0] : [0, 2.5])
      addSub(bus, { hz: root, startS: startS + beat * beatS, lengthS: 1.3 * beatS, gain: 0.15 });
    if (bar === 0 || (last && count > 1)) continue;
    for (const beat of kickBeats) addKick(bus, { startS: startS + beat * beatS, gain: tempo === 'slow' ? 0.14 : 0.2 });
    if (tempo === 'slow') continue;
    for (const beat of [0.5, 1.5, 2.5, 3.5])
      addBrush(
        bus,
        { startS: startS + beat * beatS, gain: 0.03 * random.between(0.8, 1.2), pan: beat % 2 === 0.5 ? 0.3 : -0.3 },
        random,
      );
  }
}

function hertz(harmony: Harmony, semitones: number): number {
  return harmony.keyHz * 2 ** (semitones / 12);
}

function fade(bed: Stereo): void {
  const count = bed.left.length;
  const into = Math.min(FADE_IN_S * SAMPLE_RATE, count / 4);
  const out = Math.min(FADE_OUT_S * SAMPLE_RATE, count / 2);
  for (let index = 0; index < count; index++) {
    const rise = index < into ? 0.5 - 0.5 * Math.cos((Math.PI * index) / into) : 1;
    const left = count - 1 - index;
    const fall = left < out ? 0.5 - 0.5 * Math.cos((Math.PI * left) / out) : 1;
    bed.left[index] = (bed.left[index] ?? 0) * rise * fall;
    bed.right[index] = (bed.right[index] ?? 0) * rise * fall;
  }
}

function amplify(bed: Stereo, gain: number): void {
  for (const channel of [bed.left, bed.right])
    for (let index = 0; index < channel.length; index++) channel[index] = (channel[index] ?? 0) * gain;
}

/** The samples from `start` to `end`, begun as what follows `end` would begin, so that the join back to `start` is not heard. */
function loopOf(piece: Stereo, start: number, end: number): Stereo {
  const loop = slice(piece, start, end);
  const seam = Math.min(Math.round(SEAM_S * SAMPLE_RATE), end - start, piece.left.length - end);
  for (let index = 0; index < seam; index++) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * index) / seam);
    loop.left[index] = (loop.left[index] ?? 0) * share + (piece.left[end + index] ?? 0) * (1 - share);
    loop.right[index] = (loop.right[index] ?? 0) * share + (piece.right[end + index] ?? 0) * (1 - share);
  }
  return loop;
}

function slice(sound: Stereo, start: number, end: number): Stereo {
  return { left: sound.left.slice(start, end), right: sound.right.slice(start, end) };
}
