import { access, copyFile, rm } from 'node:fs/promises';
import { FILMSTRIP_HEIGHT_PX } from '#contract/derived.ts';
import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { SQUARE_PIXELS, WITHOUT_METADATA, type Derivation } from './derivation.ts';

const JPEG_QUALITY = '6'; // of 2 (best) to 31
const LONG_S = 60; // from there on, to seek for each still is quicker than to decode everything between them
const SMALL = `${SQUARE_PIXELS},scale=w=-2:h=${String(FILMSTRIP_HEIGHT_PX)}`;
const SIDE_BY_SIDE = `tile=${String(FILMSTRIP_FRAMES)}x1`;

/** Draws the stills of a video side by side; see FILMSTRIP_FRAMES for which moments they show. */
export async function drawFilmstrip(derivation: Derivation): Promise<void> {
  const durationS = derivation.facts.durationS ?? FILMSTRIP_FRAMES;
  if (durationS > LONG_S) await drawBySeeking(derivation, durationS);
  else await drawInOneGo(derivation, durationS);
}

async function drawInOneGo({ ffmpeg, path, outputPath, signal }: Derivation, durationS: number): Promise<void> {
  const filters = [
    `fps=fps=${String(FILMSTRIP_FRAMES)}/${durationS.toFixed(6)}:start_time=0:round=up`,
    'tpad=stop=-1:stop_mode=clone', // a video of a few frames has fewer than there are places
    SMALL,
    SIDE_BY_SIDE,
  ];
  const args = ['-i', path, '-map', '0:v:0', '-vf', filters.join(','), ...asJpeg(outputPath)];
  await runFfmpeg({ ffmpeg, doing: 'drawing a filmstrip', signal, args });
}

async function drawBySeeking({ ffmpeg, path, outputPath, signal }: Derivation, durationS: number): Promise<void> {
  const stillPath = (place: number): string => `${outputPath}-${String(place).padStart(2, '0')}.png`;
  const run = (args: readonly string[]) => runFfmpeg({ ffmpeg, doing: 'drawing a filmstrip', signal, args });
  try {
    for (let place = 0; place < FILMSTRIP_FRAMES; place++) {
      const seek = ['-ss', ((durationS * place) / FILMSTRIP_FRAMES).toFixed(3), '-i', path, '-map', '0:v:0'];
      await run([...seek, '-frames:v', '1', '-vf', SMALL, stillPath(place)]);
      // Sound may go on after the last picture, which then is shown to the end.
      await access(stillPath(place)).catch(() => copyFile(stillPath(place - 1), stillPath(place)));
    }
    await run(['-i', `${outputPath.replaceAll('%', '%%')}-%02d.png`, '-vf', SIDE_BY_SIDE, ...asJpeg(outputPath)]);
  } finally {
    for (let place = 0; place < FILMSTRIP_FRAMES; place++) await rm(stillPath(place), { force: true });
  }
}

function asJpeg(outputPath: string): string[] {
  const format = ['-frames:v', '1', '-pix_fmt', 'yuvj420p', '-q:v', JPEG_QUALITY, ...WITHOUT_METADATA];
  return [...format, '-f', 'mjpeg', outputPath];
}
