import { runFfmpeg } from '#media/run-ffmpeg.ts';

/** What was heard; null where it could not be told. */
export interface SoundReading {
  /** Integrated loudness by EBU R 128; null for silence. */
  readonly loudnessLufs: number | null;
  /** Beats a minute, where a beat stands out. */
  readonly beatsPerMinute: number | null;
}

const SAMPLES_PER_S = 8000;
const ENVELOPE_PER_S = 100;
const SAMPLES_PER_STEP = SAMPLES_PER_S / ENVELOPE_PER_S;
const SLOWEST_BPM = 60;
const FASTEST_BPM = 180;
const CLEAR_BEAT = 0.3; // correlation of the onsets with themselves one beat later
const SILENCE_LUFS = -69; // the meter's floor is -70

/** Listens to a file once: loudness by FFmpeg's meter, the beat by when its loudness rises. */
export async function soundOf(path: string, options: { ffmpeg: string; signal: AbortSignal }): Promise<SoundReading> {
  const envelope: number[] = [];
  let [energy, samples] = [0, 0];
  let odd: Buffer | null = null;
  const { stderr } = await runFfmpeg({
    ffmpeg: options.ffmpeg,
    doing: 'measuring the sound',
    signal: options.signal,
    args: [
      '-i',
      path,
      '-map',
      '0:a:0',
      '-af',
      'ebur128=framelog=verbose',
      '-ac',
      '1',
      '-ar',
      String(SAMPLES_PER_S),
      '-f',
      's16le',
      'pipe:1',
    ],
    stdout: (chunk) => {
      const bytes = odd ? Buffer.concat([odd, chunk]) : chunk;
      const whole = bytes.length - (bytes.length % 2);
      odd = whole < bytes.length ? bytes.subarray(whole) : null;
      for (let at = 0; at < whole; at += 2) {
        energy += (bytes.readInt16LE(at) / 32_768) ** 2;
        if (++samples < SAMPLES_PER_STEP) continue;
        envelope.push(Math.log10(energy / samples + 1e-7));
        [energy, samples] = [0, 0];
      }
    },
  });
  const measured = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]);
  return { loudnessLufs: measured > SILENCE_LUFS ? measured : null, beatsPerMinute: beatOf(envelope) };
}

/** The period at which rises in loudness repeat best. */
function beatOf(envelope: readonly number[]): number | null {
  const rises = envelope.slice(1).map((level, index) => Math.max(0, level - (envelope[index] ?? 0)));
  const mean = rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
  const onsets = rises.map((rise) => rise - mean);
  const [shortest, longest] = [
    Math.round((ENVELOPE_PER_S * 60) / FASTEST_BPM),
    Math.round((ENVELOPE_PER_S * 60) / SLOWEST_BPM),
  ];
  if (onsets.length < longest * 4) return null;
  const power = correlationAt(onsets, 0);
  let best = { lag: 0, strength: 0 };
  for (let lag = shortest; lag <= longest; lag++) {
    const strength = correlationAt(onsets, lag) / power;
    if (strength > best.strength * 1.05) best = { lag, strength }; // on a tie the faster: a beat, not every second one
  }
  return power > 0 && best.strength >= CLEAR_BEAT ? Math.round((ENVELOPE_PER_S * 60) / best.lag) : null;
}

/** Onsets a step early or late still count. */
function correlationAt(onsets: readonly number[], lag: number): number {
  let sum = 0;
  for (let index = 1; index + lag + 1 < onsets.length; index++) {
    const there = (onsets[index + lag - 1] ?? 0) / 2 + (onsets[index + lag] ?? 0) + (onsets[index + lag + 1] ?? 0) / 2;
    sum += (onsets[index] ?? 0) * (lag === 0 ? (onsets[index] ?? 0) : there);
  }
  return sum;
}
