import { stat } from 'node:fs/promises';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { filmFindings, type Finding } from './film-findings.ts';

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

const [width = 0, height = 0] = size.split('x').map(Number);
const findings: readonly Finding[] = [
  ...(await filmFindings(path, { width, height, fps: { num: 30, den: 1 }, frames: wantedFrames })),
  ['yuv420p', /yuv420p\((tv, )?bt709/.test(input), /Video: (.*)/.exec(input)?.[1] ?? 'no picture'],
  ['every frame plays', Number(frames) === wantedFrames, `${frames}`],
  ['nothing black', !/black_start/.test(played), /black_start.*/.exec(played)?.[0] ?? ''],
  ['nothing frozen', !/freeze_start/.test(played), /freeze_start.*/.exec(played)?.[0] ?? ''],
  ['a loudness', /I:\s+-\d+\.\d LUFS/.test(played), [...played.matchAll(/I:\s+(-\d+\.\d LUFS)/g)].at(-1)?.[1] ?? ''],
];

for (const [what, ok, found] of findings) console.log(`${ok ? 'ok ' : 'NOT'} ${what}${found ? `  (${found})` : ''}`);
console.log(`${path}: ${((await stat(path)).size / 1e6).toFixed(1)} MB`);
if (findings.some(([, ok]) => !ok)) process.exitCode = 1;
