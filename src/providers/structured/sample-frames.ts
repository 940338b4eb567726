import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
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
const JPEG_QUALITY = 4; // FFmpeg's scale: 2 is the best, 31 the worst; a frame is about 90 kB

/**
 * Stills of a video for a model that takes no videos: JPEGs, evenly over its length, at most 24.
 *
 * Each is sought by itself, so that an hour of film is not decoded for two dozen pictures.
 *
 * @param durationS null where it is not known: one a second is tried
 * @throws Problem `media_unreadable` where not one frame could be had
 */
export async function sampleFrames(
  video: MediaInput,
  durationS: number | null,
  context: Pick<ProviderContext, 'ffmpeg' | 'scratch' | 'signal'>,
): Promise<SampledFrame[]> {
  const wholeS = durationS ?? MOST_FRAMES;
  const count = Math.min(MOST_FRAMES, Math.max(FEWEST_FRAMES, Math.ceil(wholeS * FRAMES_PER_S)));
  const frames: SampledFrame[] = [];
  for (let place = 0; place < count; place++) {
    const atS = Math.round((wholeS * 1000 * (place + 0.5)) / count) / 1000;
    const path = join(context.scratch, `frame-${String(place + 1).padStart(2, '0')}.jpg`);
    if (await writeFrame(video.path, atS, path, context)) frames.push({ atS, picture: await pictureAt(path) });
  }
  if (frames.length === 0)
    throw new Problem('media_unreadable', { name: video.name ?? 'The video', reason: 'no frame could be decoded' });
  return frames;
}

/** Pixels as wide as they are high, then no edge longer than it may be. */
const SCALE = [
  'scale=w=ceil(iw*sar/2)*2:h=ih,setsar=1',
  `scale=w=min(iw\\,${String(LONG_EDGE_PX)}):h=min(ih\\,${String(LONG_EDGE_PX)}):force_original_aspect_ratio=decrease:force_divisible_by=2`,
].join(',');

/** False where nothing is seen at that time. */
async function writeFrame(
  from: string,
  atS: number,
  to: string,
  { ffmpeg, signal }: Pick<ProviderContext, 'ffmpeg' | 'signal'>,
): Promise<boolean> {
  const output = ['-frames:v', '1', '-vf', SCALE, '-pix_fmt', 'yuvj420p', '-q:v', String(JPEG_QUALITY)];
  await runFfmpeg({
    ffmpeg,
    doing: 'taking stills of the video',
    signal,
    args: [
      '-v',
      'error',
      '-ss',
      String(atS),
      '-i',
      from,
      '-map',
      '0:v:0',
      ...output,
      '-update',
      '1',
      '-f',
      'image2',
      to,
    ],
  });
  return access(to).then(
    () => true,
    () => false,
  );
}

async function pictureAt(path: string): Promise<MediaInput> {
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { path, mime: 'image/jpeg', sha256 };
}
