import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';

/** A still of a video, and when it is seen. */
export interface SampledFrame {
  readonly atS: number;
  readonly picture: MediaInput;
}

// What vendors advise for stills of a video: more pictures, or larger ones, cost tokens and show nothing new.
const MOST_FRAMES = 24;
const LONG_EDGE_PX = 1024;
const FRAMES_PER_S = 2;
const FEWEST_FRAMES = 4;
const ONE_PASS_S = 60; // decoding so much takes about as long as seeking two dozen times
const JPEG_QUALITY = 4; // FFmpeg's scale: 2 is the best, 31 the worst; a frame is about 90 kB

/**
 * Stills of a video for a model that takes no videos: JPEGs, evenly over its length, at most 24.
 *
 * In a long one each is sought by itself, so that an hour of film is not decoded for two dozen pictures.
 *
 * @param durationS null where it is not known: one a second is tried, of its beginning
 * @param most so many, where the model cannot hold two dozen
 * @throws Problem `media_unreadable` where not one frame could be had
 */
export async function sampleFrames(
  video: MediaInput,
  durationS: number | null,
  context: Pick<ProviderContext, 'ffmpeg' | 'scratch' | 'signal'>,
  most = MOST_FRAMES,
): Promise<SampledFrame[]> {
  const wholeS = durationS ?? most;
  const count = Math.min(most, Math.max(FEWEST_FRAMES, Math.ceil(wholeS * FRAMES_PER_S)));
  const stepS = wholeS / count;
  const times = Array.from({ length: count }, (_, place) => (place + 0.5) * stepS);
  const runs = wholeS <= ONE_PASS_S ? [times] : times.map((atS) => [atS]);
  const frames: SampledFrame[] = [];
  for (const run of runs) frames.push(...(await framesAt(run, { video, stepS, place: frames.length }, context)));
  if (frames.length === 0)
    throw new Problem('media_unreadable', { name: video.name ?? 'The video', reason: 'no frame could be decoded' });
  return frames;
}

/** Pixels as wide as they are high, then no edge longer than it may be. */
const SCALE = [
  'scale=w=ceil(iw*sar/2)*2:h=ih,setsar=1',
  `scale=w=min(iw\\,${String(LONG_EDGE_PX)}):h=min(ih\\,${String(LONG_EDGE_PX)}):force_original_aspect_ratio=decrease:force_divisible_by=2`,
].join(',');

/** The frames at these times, by one run of FFmpeg from the first of them on; where the film is over, there are none. */
async function framesAt(
  times: readonly number[],
  { video, stepS, place }: { readonly video: MediaInput; readonly stepS: number; readonly place: number },
  { ffmpeg, scratch, signal }: Pick<ProviderContext, 'ffmpeg' | 'scratch' | 'signal'>,
): Promise<SampledFrame[]> {
  const select = `select=gte(t+0.0005\\,selected_n*${stepS.toFixed(6)})`; // times have rounded milliseconds in many files
  const input = ['-v', 'error', '-ss', (times[0] ?? 0).toFixed(3), '-i', video.path, '-map', '0:v:0'];
  const output = ['-frames:v', String(times.length), '-fps_mode', 'passthrough', '-q:v', String(JPEG_QUALITY)];
  await runFfmpeg({
    ffmpeg,
    doing: 'taking stills of the video',
    signal,
    args: [
      ...input,
      ...output,
      '-vf',
      `${select},${SCALE},format=yuvj420p`,
      '-start_number',
      String(place + 1),
      join(scratch, 'frame-%02d.jpg'),
    ],
  });
  const frames: SampledFrame[] = [];
  for (const [index, atS] of times.entries()) {
    const path = join(scratch, `frame-${String(place + index + 1).padStart(2, '0')}.jpg`);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) break;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    frames.push({ atS, picture: { path, mime: 'image/jpeg', sha256 } });
  }
  return frames;
}
