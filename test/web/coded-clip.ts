import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { findFfmpeg } from '#media/ffmpeg.ts';

const BITS = 8;
const SIZE = { width: 192, height: 320 }; // blocks of 24 pixels survive scaling and colour at half the size

/** A clip of 30 frames a second of which every frame says its number in black and white blocks, the lowest bit first. */
export async function codedClip({
  first,
  frames,
}: {
  readonly first: number;
  readonly frames: number;
}): Promise<Buffer> {
  const { path: ffmpeg } = await findFfmpeg({ searchPath: process.env['PATH'] ?? '' });
  const directory = mkdtempSync(join(tmpdir(), 'scenewright-coded-'));
  try {
    const file = join(directory, 'clip.mp4');
    const bit = `mod(floor((${first}+N)/pow(2,floor(X*${BITS}/${SIZE.width}))),2)`;
    const picture = `color=black:s=${SIZE.width}x${SIZE.height}:r=30,format=yuv420p,trim=end_frame=${frames},geq=lum='if(${bit},235,16)':cb=128:cr=128`;
    const args = ['-f', 'lavfi', '-i', picture, '-c:v', 'libx264', '-crf', '12', '-g', '15', '-movflags', '+faststart'];
    const run = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args, file]);
    if (run.status !== 0) throw new Error(run.stderr.toString());
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The number that the picture of a video or canvas says. */
export function codeOf(shown: Locator): Promise<number> {
  return shown.evaluate((element, bits) => {
    const source = element as HTMLVideoElement | HTMLCanvasElement;
    const canvas = document.createElement('canvas');
    canvas.width = bits * 16;
    canvas.height = 16;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    let code = 0;
    for (let place = 0; place < bits; place += 1) {
      const [level = 0] = context.getImageData(place * 16 + 8, 8, 1, 1).data;
      if (level > 127) code += 2 ** place;
    }
    return code;
  }, BITS);
}

/** Stops a video at a frame and waits until that is what is painted. */
export async function showFrame(video: Locator, frame: number, fps = 30): Promise<void> {
  await video.evaluate(
    (element, atS) =>
      new Promise<void>((shown) => {
        const film = element as HTMLVideoElement;
        film.pause();
        film.requestVideoFrameCallback(() => shown());
        film.currentTime = atS;
      }),
    (frame + 0.5) / fps,
  );
}
