import { writeFile } from 'node:fs/promises';
import type { Peaks } from '#contract/derived.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { streamFacts } from '../stream-facts.ts';
import type { Derivation } from './derivation.ts';

const SAMPLE_RATE = 48_000;
const FINEST_SAMPLES = 480; // a hundredth of a second: finer than a pixel of any zoom
const MOST_PEAKS = 60_000; // ten minutes at the finest; longer sounds get longer stretches
const FULL_SCALE = 32_768;

/** Measures how loud each stretch of a sound is and writes it as JSON. */
export async function measurePeaks({ ffmpeg, path, facts, outputPath, signal }: Derivation): Promise<void> {
  const samples = Math.ceil((facts.durationS ?? 0) * SAMPLE_RATE);
  const samplesPerPixel = Math.max(FINEST_SAMPLES, Math.ceil(samples / MOST_PEAKS));
  const found: Peaks = { version: 1, channels: 0, sampleRate: SAMPLE_RATE, samplesPerPixel, peaks: [] };
  if (facts.hasAudio) {
    // Two channels of one made by FFmpeg would be 3 dB quieter.
    const channels = (await streamFacts(path, { ffmpeg, signal })).isMono ? 1 : 2;
    const meter = peakMeter(samplesPerPixel * channels);
    await runFfmpeg({
      ffmpeg,
      doing: 'measuring a sound',
      signal,
      args: ['-i', path, '-map', '0:a:0', '-ac', String(channels), '-ar', String(SAMPLE_RATE), '-f', 's16le', 'pipe:1'],
      stdout: meter.take,
    });
    Object.assign(found, { channels: 1, peaks: meter.peaks() });
  }
  await writeFile(outputPath, JSON.stringify(found));
}

/** Takes values of 16 bits in pieces of any size; `perPeak` of them make one peak. */
function peakMeter(perPeak: number) {
  const peaks: number[] = [];
  let [loudest, counted] = [0, 0];
  let odd: number | null = null; // a piece may end in the middle of a value
  const put = (value: number): void => {
    loudest = Math.max(loudest, Math.abs(value));
    if (++counted < perPeak) return;
    peaks.push(rounded(loudest));
    [loudest, counted] = [0, 0];
  };
  return {
    take: (piece: Buffer): void => {
      let at = 0;
      if (odd !== null && piece.length > 0) {
        put((((piece[0] ?? 0) << 24) >> 16) | odd);
        [odd, at] = [null, 1];
      }
      for (; at + 1 < piece.length; at += 2) put(piece.readInt16LE(at));
      if (at < piece.length) odd = piece[at] ?? 0;
    },
    peaks: (): number[] => (counted > 0 ? [...peaks, rounded(loudest)] : peaks),
  };
}

function rounded(value: number): number {
  return Math.min(1, Math.round((value / FULL_SCALE) * 1000) / 1000);
}
