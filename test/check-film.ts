import { open, stat } from 'node:fs/promises';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';

/*
 * Plays a film and says whether it is one: `node test/check-film.ts out/demo.mp4 1080x1920 15`.
 * Prints what was found; exits 1 when anything is not as it must be.
 */

const [path = 'out/demo.mp4', size = '1080x1920', seconds = '15'] = process.argv.slice(2);
const { path: ffmpeg } = await findFfmpeg({
  searchPath: process.env['PATH'] ?? '',
  explicit: process.env['FFMPEG_PATH'] ?? '',
});

const { stderr: played } = await runFfmpeg({
  ffmpeg,
  doing: 'playing the film',
  args: [
    '-i',
    path,
    '-vf',
    'blackdetect=d=0.1:pix_th=0.06,freezedetect=n=-60dB:d=0.5',
    '-af',
    'ebur128',
    '-f',
    'null',
    '-',
  ],
});
const input = played.split('\nOutput #0')[0] ?? '';
const frames = [...played.matchAll(/frame=\s*(\d+)/g)].at(-1)?.[1];
const wantedFrames = Math.round(Number(seconds) * 30);

const findings: readonly (readonly [string, boolean, string])[] = [
  ['H.264 High', /Video: h264 \(High\)/.test(input), /Video: (.*)/.exec(input)?.[1] ?? 'no picture'],
  ['yuv420p, bt709', /yuv420p\((tv, )?bt709/.test(input), ''],
  [size, input.includes(size), ''],
  ['30 fps', / 30 fps/.test(input), ''],
  [`${wantedFrames} frames`, Number(frames) === wantedFrames, `${frames}`],
  ['AAC 48 kHz', /Audio: aac.*48000 Hz/.test(input), /Audio: (.*)/.exec(input)?.[1] ?? 'no sound'],
  ['faststart', await moovFirst(path), ''],
  ['nothing black', !/black_start/.test(played), /black_start.*/.exec(played)?.[0] ?? ''],
  ['nothing frozen', !/freeze_start/.test(played), /freeze_start.*/.exec(played)?.[0] ?? ''],
  ['a loudness', /I:\s+-\d+\.\d LUFS/.test(played), [...played.matchAll(/I:\s+(-\d+\.\d LUFS)/g)].at(-1)?.[1] ?? ''],
];

for (const [what, ok, found] of findings) console.log(`${ok ? 'ok ' : 'NOT'} ${what}${found ? `  (${found})` : ''}`);
console.log(`${path}: ${((await stat(path)).size / 1e6).toFixed(1)} MB`);
if (findings.some(([, ok]) => !ok)) process.exitCode = 1;

/** Whether the index comes before the pictures, so that a player can start at once. */
async function moovFirst(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(8);
    for (let offset = 0; ;) {
      if ((await handle.read(header, 0, 8, offset)).bytesRead < 8) return false;
      const kind = header.toString('latin1', 4, 8);
      if (kind === 'moov') return true;
      if (kind === 'mdat') return false;
      offset += Math.max(8, header.readUInt32BE(0));
    }
  } finally {
    await handle.close();
  }
}
