import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { MediaFacts } from '#contract/take.ts';
import { type MediaRef, Timeline } from '#contract/timeline.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { type ExportReport, type ExportRequest, exportTimeline } from './export-timeline.ts';

/*
 * What the tests of this room stand on: clips made by FFmpeg whose every frame says its number, and a reader of finished films.
 */

const { path: ffmpeg, ...found } = await findFfmpeg({ searchPath: '' });

/** Small enough to be quick, large enough for letters. */
export const SIZE = { width: 96, height: 128 } as const;

/** A directory of its own with clips in it and films to come; dispose of it after. */
export class Trial {
  readonly directory = mkdtempSync(join(tmpdir(), 'scenewright-render-'));
  readonly outputPath = join(this.directory, "it's a film.mp4");
  readonly ffmpeg = { path: ffmpeg, ...found };
  readonly #files = new Map<string, { readonly path: string; readonly facts: MediaFacts }>();

  /** Makes a file by FFmpeg. */
  async make(name: string, kind: MediaRef['kind'], args: readonly string[]): Promise<MediaRef> {
    const path = join(this.directory, name);
    const run = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args, path]);
    if (run.status !== 0) throw new Error(run.stderr.toString());
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    this.#files.set(sha256, { path, facts: await probe(path, { ffmpeg }) });
    return { sha256, kind };
  }

  /** A lossless clip whose frame N is an even grey of luma `first` + N, so that a film can be read back frame by frame. */
  async countingClip(
    name: string,
    clip: {
      first: number;
      frames: number;
      fps?: string;
      size?: string;
      args?: readonly string[];
      input?: readonly string[];
    },
  ): Promise<MediaRef> {
    const size = clip.size ?? `${String(SIZE.width)}x${String(SIZE.height)}`;
    const picture = `color=black:s=${size}:r=${clip.fps ?? '30'},format=yuv420p,trim=end_frame=${String(clip.frames)},geq=lum='${String(clip.first)}+N':cb=128:cr=128,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv`;
    return this.make(name, 'video', [
      '-f',
      'lavfi',
      '-i',
      picture,
      ...(clip.input ?? []),
      '-c:v',
      'libx264',
      '-qp',
      '0',
      '-g',
      '12',
      ...(clip.args ?? []),
    ]);
  }

  readonly resolve: ExportRequest['resolve'] = async ({ sha256 }) => {
    const file = this.#files.get(sha256);
    if (!file) throw new Error(`no file ${sha256}`);
    return file;
  };

  request(timeline: Timeline, more: Partial<ExportRequest> = {}): ExportRequest {
    return {
      timeline,
      resolve: this.resolve,
      outputPath: this.outputPath,
      cacheDirectory: join(this.directory, 'cache'),
      scratchDirectory: join(this.directory, 'scratch'),
      ffmpeg: this.ffmpeg,
      quality: { preset: 'ultrafast', crf: 20, lossless: true },
      concurrency: 2,
      ...more,
    };
  }

  async export(timeline: Timeline, more: Partial<ExportRequest> = {}): Promise<ExportReport> {
    return exportTimeline(this.request(timeline, more));
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A timeline of the trials' size at 30 frames a second. */
export function aFilm(parts: Partial<z.input<typeof Timeline>>): Timeline {
  return Timeline.parse({ schemaVersion: 1, fps: { num: 30, den: 1 }, ...SIZE, clips: [], ...parts });
}

/** Luma of the middle of every frame of a film. */
export function lumasOf(path: string): number[] {
  return [...decoded(path, ['-vf', 'crop=16:16,scale=1:1:flags=area,format=gray', '-pix_fmt', 'gray'])].map(fromGrey);
}

/** All frames of a film as MD5 sums of their pixels. */
export function framesOf(path: string): string[] {
  const run = spawnSync(ffmpeg, ['-v', 'error', '-i', path, '-map', '0:v', '-f', 'framemd5', '-'], {
    encoding: 'utf8',
  });
  return run.stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)?.trim() ?? '');
}

/** What FFmpeg says of a file. */
export function bannerOf(path: string): string {
  return spawnSync(ffmpeg, ['-hide_banner', '-i', path], { encoding: 'utf8' }).stderr;
}

/** A picture of one frame as RGB bytes. */
export function rgbOf(path: string, frame: number): Buffer {
  return decoded(path, [
    '-vf',
    `select=eq(n\\,${String(frame)}),scale=flags=accurate_rnd+full_chroma_int`,
    '-frames:v',
    '1',
    '-pix_fmt',
    'rgb24',
  ]);
}

/** The level of a tone in the left side of a film's sound, as an amplitude: 1 is full scale. */
export function toneIn(path: string, hertz: number, fromS: number, lengthS: number): number {
  const rate = 48_000;
  const bytes = spawnSync(
    ffmpeg,
    ['-v', 'error', '-i', path, '-map', '0:a', '-af', 'pan=mono|c0=c0', '-ar', String(rate), '-f', 'f32le', '-'],
    { maxBuffer: 1e9 },
  ).stdout;
  const wave = new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4)).subarray(
    fromS * rate,
    (fromS + lengthS) * rate,
  );
  let [sine, cosine] = [0, 0];
  wave.forEach((value, place) => {
    sine += value * Math.sin((2 * Math.PI * hertz * place) / rate);
    cosine += value * Math.cos((2 * Math.PI * hertz * place) / rate);
  });
  return (2 * Math.hypot(sine, cosine)) / wave.length;
}

/** Seconds of the sound of a film, as decoded. */
export function soundLengthS(path: string): number {
  const bytes = spawnSync(
    ffmpeg,
    ['-v', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'],
    { maxBuffer: 1e9 },
  ).stdout;
  return bytes.length / 2 / 48_000;
}

function decoded(path: string, args: readonly string[]): Buffer {
  const run = spawnSync(ffmpeg, ['-v', 'error', '-i', path, '-map', '0:v', ...args, '-f', 'rawvideo', '-'], {
    maxBuffer: 1e9,
  });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return run.stdout;
}

/** Grey is full range to FFmpeg, video is not: back to the luma that was written. */
function fromGrey(grey: number): number {
  return Math.round(16 + (grey * 219) / 255);
}
