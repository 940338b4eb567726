import { FILMSTRIP_FRAMES, FILMSTRIP_HEIGHT_PX } from '#contract/derived.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { SQUARE_PIXELS, WITHOUT_METADATA, type Derivation } from './derivation.ts';

const JPEG_QUALITY = '6'; // of 2 (best) to 31
const LONG_S = 120; // of a longer video only keyframes are decoded: they lie closer together than the stills

/** Draws the stills of a video side by side; see FILMSTRIP_FRAMES for which moments they show. */
export async function drawFilmstrip({ ffmpeg, path, facts, outputPath, signal }: Derivation): Promise<void> {
  const count = String(FILMSTRIP_FRAMES);
  const durationS = facts.durationS ?? FILMSTRIP_FRAMES;
  const filters = [
    `fps=fps=${count}/${durationS.toFixed(6)}:start_time=0:round=up`,
    'tpad=stop=-1:stop_mode=clone', // a video of a few frames has fewer than there are places
    SQUARE_PIXELS,
    `scale=w=-2:h=${String(FILMSTRIP_HEIGHT_PX)}`,
    `tile=${count}x1`,
  ];
  await runFfmpeg({
    ffmpeg,
    doing: 'drawing a filmstrip',
    signal,
    args: [
      ...(durationS > LONG_S ? ['-skip_frame', 'nokey'] : []),
      ...['-i', path, '-map', '0:v:0', '-vf', filters.join(','), '-frames:v', '1'],
      ...['-pix_fmt', 'yuvj420p', '-q:v', JPEG_QUALITY, ...WITHOUT_METADATA, '-f', 'mjpeg', outputPath],
    ],
  });
}
