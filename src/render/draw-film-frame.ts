import type { Fps } from '#contract/fps.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';

const JPEG_QUALITY = '2'; // the best that FFmpeg's scale has

/** Writes one frame of a finished film as a JPEG in full size. */
export async function drawFilmFrame(film: {
  readonly path: string;
  readonly frame: number;
  readonly fps: Fps;
  readonly outputPath: string;
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const seekS = ((film.frame - 0.5) * film.fps.den) / film.fps.num; // between two frames, so that rounding finds the right one
  const seek = seekS > 0 ? ['-ss', seekS.toFixed(6)] : [];
  const full = 'scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd';
  await runFfmpeg({
    ffmpeg: film.ffmpeg,
    doing: 'drawing the poster',
    signal: film.signal,
    args: [
      [...seek, '-i', film.path, '-map', '0:v:0', '-frames:v', '1', '-map_metadata', '-1'],
      ['-vf', `${full},format=yuvj420p`, '-q:v', JPEG_QUALITY, '-f', 'mjpeg', film.outputPath],
    ].flat(),
  });
}
