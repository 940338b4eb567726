import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Timeline } from '#contract/timeline.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { RenderCache } from './render-cache.ts';
import { soundArguments, type SoundSource } from './sound-args.ts';

const BITRATE = '192k';
const LOUDEST_LIFT_DB = 24; // a nearly silent film is not blown up to its noise

/** Renders the film's sound as AAC, or finds it rendered. */
export async function renderSound(film: {
  readonly timeline: Timeline;
  readonly lengthFrames: number;
  readonly sources: (media: { readonly sha256: string }) => SoundSource;
  readonly cache: RenderCache;
  readonly scratchDirectory: string;
  readonly ffmpeg: { readonly path: string; readonly version: string };
  readonly signal: AbortSignal;
}): Promise<{ readonly path: string; readonly reused: boolean }> {
  const { timeline, lengthFrames, sources, cache, ffmpeg, signal } = film;
  const argumentsFor = (gainDb: number, path: (source: SoundSource) => string): string[] =>
    soundArguments(timeline, { lengthFrames, gainDb }, sources, path);
  const meaning = [ffmpeg.version, BITRATE, timeline.loudnessLufs, ...argumentsFor(0, (source) => source.key)];
  const name = `${createHash('sha256').update(JSON.stringify(meaning)).digest('hex')}.m4a`;
  const found = await cache.find(name);
  if (found !== null) return { path: found, reused: true };

  const pathOf = (source: SoundSource): string => source.path;
  const gainDb =
    timeline.loudnessLufs === null
      ? 0
      : await gainTo(timeline.loudnessLufs, argumentsFor(0, pathOf), { ffmpeg: ffmpeg.path, signal });
  const rendered = join(film.scratchDirectory, name);
  const encoder = ['-map', '[sound]', '-vn', '-c:a', 'aac', '-b:a', BITRATE, '-f', 'mp4', rendered];
  await runFfmpeg({
    ffmpeg: ffmpeg.path,
    args: [...argumentsFor(gainDb, pathOf), ...encoder],
    doing: 'mixing the sound',
    signal,
  });
  return { path: await cache.keep(name, rendered), reused: false };
}

/** The decibels that bring a mix to a loudness; 0 for silence. */
async function gainTo(
  targetLufs: number,
  args: readonly string[],
  run: { ffmpeg: string; signal: AbortSignal },
): Promise<number> {
  const measured = args.map((arg) => arg.replace(/\[sound\]$/, ',ebur128=framelog=quiet[sound]'));
  const { stderr } = await runFfmpeg({
    ...run,
    args: [...measured, '-map', '[sound]', '-f', 'null', '-'],
    doing: 'measuring the loudness',
  });
  const integrated = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1] ?? Number.NaN);
  if (!Number.isFinite(integrated) || integrated <= -69) return 0;
  return Math.min(LOUDEST_LIFT_DB, targetLufs - integrated);
}
