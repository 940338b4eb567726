import { POSTER_SIDE_PX } from '#contract/derived.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { scalePicture } from '#media/scale-picture.ts';
import { SQUARE_PIXELS, WITHOUT_METADATA, type Derivation } from './derivation.ts';

const LATEST_S = 1; // by then a clip that fades in has come
const OF_THE_LENGTH = 1 / 3;
const JPEG_QUALITY = '4'; // of 2 (best) to 31

/** Draws a small JPEG of a picture, or of a moment near the beginning of a video. */
export async function drawPoster({ ffmpeg, path, facts, name, outputPath, signal }: Derivation): Promise<void> {
  if (facts.kind === 'image') return scalePicture(path, { name, maxSidePx: POSTER_SIDE_PX, outputPath });
  const side = String(POSTER_SIDE_PX);
  const startS = Math.min(LATEST_S, (facts.durationS ?? 0) * OF_THE_LENGTH);
  await runFfmpeg({
    ffmpeg,
    doing: 'drawing a poster',
    signal,
    args: [
      ['-ss', startS.toFixed(3), '-i', path, '-map', '0:v:0', '-frames:v', '1'],
      ['-vf', `${SQUARE_PIXELS},scale=w='min(iw,${side})':h='min(ih,${side})':force_original_aspect_ratio=decrease`],
      ['-pix_fmt', 'yuvj420p', '-q:v', JPEG_QUALITY, ...WITHOUT_METADATA, '-f', 'mjpeg', outputPath],
    ].flat(),
  });
}
