import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Timeline } from '#contract/timeline.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { RenderCache } from './render-cache.ts';
import { type Mastering, soundArguments, type SoundSource } from './sound-args.ts';

const BITRATE = '192k';
const LOUDEST_LIFT_DB = 24; // a nearly silent film is not blown up to its noise
const MOST_MAKE_UP_DB = 9; // what the limiter takes is given back, but a film is not pressed flat for a figure
const MOST_ROUNDS = 3; // of lifting again; music needs one, drums alone all
const CLOSE_ENOUGH_DB = 0.4;
const HIGHEST_PEAK_DB = -1.5; // of sound-args.ts: below it nothing is limited

/** A film's sound: AAC in MP4. `name` is the hash of everything that went into it. */
export interface RenderedSound {
  readonly path: string;
  readonly name: string;
  readonly reused: boolean;
}

type Arguments = (mastering: Mastering) => string[];

/** Renders the film's sound as AAC, or finds it rendered. */
export async function renderSound(film: {
  readonly timeline: Timeline;
  readonly lengthFrames: number;
  readonly sources: (media: { readonly sha256: string }) => SoundSource;
  readonly cache: RenderCache;
  readonly scratchDirectory: string;
  readonly ffmpeg: { readonly path: string; readonly version: string };
  readonly signal: AbortSignal;
}): Promise<RenderedSound> {
  const { timeline, lengthFrames, sources, cache, ffmpeg, signal } = film;
  const { loudnessLufs } = timeline;
  const argumentsFor = (mastering: Mastering, path: (source: SoundSource) => string): string[] =>
    soundArguments(timeline, { lengthFrames, mastering }, sources, path);
  const first: Mastering = loudnessLufs === null ? { limit: 'samples' } : { limit: 'true peak', gainDb: 0 };
  const meaning = [ffmpeg.version, BITRATE, loudnessLufs, ...argumentsFor(first, (source) => source.key)];
  const name = createHash('sha256').update(JSON.stringify(meaning)).digest('hex');
  const found = await cache.find(`${name}.m4a`);
  if (found !== null) return { path: found, name, reused: true };

  const args: Arguments = (mastering) => argumentsFor(mastering, (source) => source.path);
  const run = { ffmpeg: ffmpeg.path, signal };
  const gainDb = loudnessLufs === null ? 0 : await gainTo(loudnessLufs, args, run);
  const rendered = join(film.scratchDirectory, `${name}.m4a`);
  const encoder = ['-map', '[sound]', '-vn', '-c:a', 'aac', '-b:a', BITRATE, '-movflags', '+faststart', '-f', 'mp4'];
  await runFfmpeg({
    ...run,
    args: [...args(loudnessLufs === null ? first : { limit: 'true peak', gainDb }), ...encoder, rendered],
    doing: 'mixing the sound',
  });
  return { path: await cache.keep(`${name}.m4a`, rendered), name, reused: false };
}

/** The decibels that bring a mix to a loudness, what its limiter takes away given back; 0 for silence. */
async function gainTo(
  targetLufs: number,
  args: Arguments,
  run: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<number> {
  const plain = await measure(args({ limit: 'none' }), run);
  if (plain === null) return 0;
  const gainDb = Math.min(LOUDEST_LIFT_DB, targetLufs - plain.lufs);
  if (plain.peakDb + gainDb <= HIGHEST_PEAK_DB) return gainDb;
  const aimedAt = plain.lufs + gainDb;
  let liftedDb = gainDb;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const limited = await measure(args({ limit: 'true peak', gainDb: liftedDb }), run);
    if (limited === null || limited.lufs >= aimedAt - CLOSE_ENOUGH_DB) break;
    liftedDb = Math.min(gainDb + MOST_MAKE_UP_DB, liftedDb + aimedAt - limited.lufs);
  }
  return liftedDb;
}

/** Integrated loudness and true peak of a mix (EBU R 128); null for silence. */
async function measure(
  args: readonly string[],
  run: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<{ readonly lufs: number; readonly peakDb: number } | null> {
  const measuring = args.map((arg) => arg.replace(/\[sound\]$/, ',ebur128=peak=true:framelog=quiet[sound]'));
  const { stderr } = await runFfmpeg({
    ...run,
    args: [...measuring, '-map', '[sound]', '-f', 'null', '-'],
    doing: 'measuring the loudness',
  });
  const said = (pattern: RegExp): number => Number(pattern.exec(stderr)?.[1] ?? Number.NaN);
  const lufs = said(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/);
  const peakDb = said(/True peak:\s+Peak:\s+(-?[\d.]+) dBFS/);
  return Number.isFinite(lufs) && Number.isFinite(peakDb) && lufs > -69 ? { lufs, peakDb } : null;
}
