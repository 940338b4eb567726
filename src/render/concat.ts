import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fps } from '#contract/fps.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { ticksPerSecond } from './segment-args.ts';

/**
 * Joins encoded segments and a sound by copying into one MP4 that can be played while it loads.
 *
 * The file appears under its name when it is whole; what failed or was cancelled leaves nothing.
 *
 * @returns its size in bytes
 */
export async function concat(film: {
  readonly segments: readonly { readonly path: string; readonly frameCount: number }[];
  readonly soundPath: string;
  readonly fps: Fps;
  readonly outputPath: string;
  readonly scratchDirectory: string;
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}): Promise<number> {
  const list = join(film.scratchDirectory, 'segments.txt');
  await writeFile(list, listOf(film.segments, film.fps));
  const partial = `${film.outputPath}.tmp`;
  const ticks = String(ticksPerSecond(film.fps));
  const args = [
    ['-f', 'concat', '-safe', '0', '-i', list, '-i', film.soundPath, '-map', '0:v', '-map', '1:a', '-c', 'copy'],
    ['-map_metadata', '-1', '-video_track_timescale', ticks, '-movflags', '+faststart', '-f', 'mp4', partial],
  ].flat();
  try {
    await runFfmpeg({ ffmpeg: film.ffmpeg, args, doing: 'joining the film', signal: film.signal });
    await rename(partial, film.outputPath);
  } catch (failure) {
    await rm(partial, { force: true });
    throw failure;
  }
  return (await stat(film.outputPath)).size;
}

/** Durations are differences of rounded moments, so that rounding never adds up over many segments. */
function listOf(
  segments: readonly { readonly path: string; readonly frameCount: number }[],
  { num, den }: Fps,
): string {
  let frame = 0;
  const micros = (frames: number): number => Math.round((frames * den * 1e6) / num);
  const entries = segments.map(({ path, frameCount }) => {
    const durationUs = micros(frame + frameCount) - micros(frame);
    frame += frameCount;
    return `file '${path.replaceAll("'", String.raw`'\''`)}'\nduration ${(durationUs / 1e6).toFixed(6)}\n`;
  });
  return `ffconcat version 1.0\n${entries.join('')}`;
}
