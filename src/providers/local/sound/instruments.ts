import type { Random } from '../picture/random.ts';
import { SAMPLE_RATE, type Stereo } from './stereo.ts';

/*
 * Each instrument adds one note to a bus, from `startS` on, and stops at its end. Every note ends in a ramp: one that was cut at
 * an eighth of its height clicked.
 */

const TURN = 2 * Math.PI;
const DETUNE_CENTS = [-5, 0, 5] as const;

/** Three saws a note, a little apart in pitch and place, under a slow swell: the warm ground. */
export function addPadNote(
  bus: Stereo,
  note: { readonly hz: number; readonly startS: number; readonly holdS: number; readonly gain: number },
  random: Random,
): void {
  const attackS = Math.min(0.7, note.holdS / 2);
  const releaseS = 1.1;
  const start = Math.round(note.startS * SAMPLE_RATE);
  const count = Math.min(Math.round((note.holdS + releaseS) * SAMPLE_RATE), bus.left.length - start);
  const swell = new Float32Array(Math.max(0, count));
  for (let index = 0; index < swell.length; index++) {
    const atS = index / SAMPLE_RATE;
    const rise = atS < attackS ? 0.5 - 0.5 * Math.cos((Math.PI * atS) / attackS) : 1;
    const fall = atS > note.holdS ? 0.5 + 0.5 * Math.cos((Math.PI * (atS - note.holdS)) / releaseS) : 1;
    swell[index] = rise * fall * note.gain;
  }
  for (const [place, cents] of DETUNE_CENTS.entries()) {
    const step = (note.hz * 2 ** (cents / 1200)) / SAMPLE_RATE;
    const [toLeft, toRight] = panned((place - 1) * 0.7);
    let phase = random.next();
    for (let index = 0; index < swell.length; index++) {
      const value = bandLimitedSaw(phase, step) * (swell[index] ?? 0);
      phase += step;
      if (phase >= 1) phase -= 1;
      bus.left[start + index] = (bus.left[start + index] ?? 0) + value * toLeft;
      bus.right[start + index] = (bus.right[start + index] ?? 0) + value * toRight;
    }
  }
}

/** A soft struck bar: two-operator FM whose edge fades faster than its tone. */
export function addMallet(
  bus: Stereo,
  note: { readonly hz: number; readonly startS: number; readonly gain: number; readonly pan: number },
): void {
  addDecaying(bus, { startS: note.startS, lengthS: 1, attackS: 0.003, pan: note.pan }, (atS) => {
    const edge = atS < 0.6 ? 0.55 * Math.exp(-atS / 0.07) * Math.sin(TURN * 3 * note.hz * atS) : 0;
    return note.gain * Math.exp(-atS / 0.26) * Math.sin(TURN * note.hz * atS + edge);
  });
}

/** A plain low sine under the chord's root. */
export function addSub(
  bus: Stereo,
  note: { readonly hz: number; readonly startS: number; readonly lengthS: number; readonly gain: number },
): void {
  addDecaying(
    bus,
    { startS: note.startS, lengthS: note.lengthS, attackS: 0.02, pan: 0 },
    (atS) => note.gain * Math.exp(-atS / 0.9) * Math.sin(TURN * note.hz * atS),
  );
}

/** A soft kick: a sine that falls from 98 to 46 Hz. */
export function addKick(bus: Stereo, note: { readonly startS: number; readonly gain: number }): void {
  const fallS = 0.045;
  addDecaying(bus, { startS: note.startS, lengthS: 0.45, attackS: 0.004, pan: 0 }, (atS) => {
    const turns = 46 * atS + (98 - 46) * fallS * (1 - Math.exp(-atS / fallS));
    return note.gain * Math.exp(-atS / 0.13) * Math.sin(TURN * turns);
  });
}

/** A stroke of brushed noise. */
export function addBrush(
  bus: Stereo,
  note: { readonly startS: number; readonly gain: number; readonly pan: number },
  random: Random,
): void {
  let low = 0;
  addDecaying(bus, { startS: note.startS, lengthS: 0.22, attackS: 0.008, pan: note.pan }, (atS) => {
    const noise = random.next() * 2 - 1;
    low += 0.35 * (noise - low);
    return note.gain * Math.exp(-atS / 0.05) * (noise - low);
  });
}

const RELEASE_S = 0.12;

function addDecaying(
  bus: Stereo,
  note: { readonly startS: number; readonly lengthS: number; readonly attackS: number; readonly pan: number },
  voice: (atS: number) => number,
): void {
  const start = Math.round(note.startS * SAMPLE_RATE);
  const count = Math.min(Math.round(note.lengthS * SAMPLE_RATE), bus.left.length - start);
  const [toLeft, toRight] = panned(note.pan);
  for (let index = 0; index < count; index++) {
    const atS = index / SAMPLE_RATE;
    const rise = atS < note.attackS ? 0.5 - 0.5 * Math.cos((Math.PI * atS) / note.attackS) : 1;
    const leftS = note.lengthS - atS;
    const fall = leftS < RELEASE_S ? 0.5 - 0.5 * Math.cos((Math.PI * leftS) / RELEASE_S) : 1;
    const value = voice(atS) * rise * fall;
    bus.left[start + index] = (bus.left[start + index] ?? 0) + value * toLeft;
    bus.right[start + index] = (bus.right[start + index] ?? 0) + value * toRight;
  }
}

/** Equal power; -1 left, 1 right. */
function panned(pan: number): readonly [number, number] {
  const angle = ((pan + 1) * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
}

/** A saw whose jump is rounded over two samples (polyBLEP), so that high notes don't whistle. */
function bandLimitedSaw(phase: number, step: number): number {
  let value = 2 * phase - 1;
  if (phase < step) {
    const before = phase / step;
    value -= before + before - before * before - 1;
  } else if (phase > 1 - step) {
    const after = (phase - 1) / step;
    value -= after * after + after + after + 1;
  }
  return value;
}
