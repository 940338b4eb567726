import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';

/** A shot of a film for tests: from one colour to another, so long. */
interface DrawnShot {
  readonly from: string;
  readonly to: string;
  readonly durationS: number;
}

/** Eight shots that a designer would take a palette from, 24 seconds. */
export const KILN: readonly DrawnShot[] = [
  { from: '#23343f', to: '#e8b07a', durationS: 3.2 },
  { from: '#6d4426', to: '#d9b48a', durationS: 2.8 },
  { from: '#24405c', to: '#7d5638', durationS: 2.4 },
  { from: '#ff9a3a', to: '#5a1f10', durationS: 3.8 },
  { from: '#e9dfcd', to: '#c98d78', durationS: 2.6 },
  { from: '#355a66', to: '#0e1e24', durationS: 3 },
  { from: '#f4c542', to: '#8a5a2b', durationS: 2.9 },
  { from: '#2b5a5f', to: '#9fc3b8', durationS: 3.3 },
];

/** Three plain shots of two seconds. */
export const PLAIN: readonly DrawnShot[] = [
  { from: '#c02020', to: '#c02020', durationS: 2 },
  { from: '#2040a0', to: '#2040a0', durationS: 2 },
  { from: '#20a040', to: '#20a040', durationS: 2 },
];

/** A film of still shots with hard cuts, as an MP4; with a beat of 84 a minute unless it is to be silent. */
export async function referenceFilm(
  shots: readonly DrawnShot[],
  { hasSound = true }: { readonly hasSound?: boolean } = {},
): Promise<Buffer> {
  const { path: ffmpeg } = await findFfmpeg({ searchPath: process.env['PATH'] ?? '' });
  const directory = mkdtempSync(join(tmpdir(), 'scenewright-reference-'));
  try {
    const file = join(directory, 'film.mp4');
    const lengthS = shots.reduce((sum, { durationS }) => sum + durationS, 0);
    const source = ({ from, to, durationS }: DrawnShot): string =>
      `gradients=s=640x360:c0=${from}:c1=${to}:x0=0:y0=0:x1=640:y1=360:speed=0.00001:r=25:d=${durationS}`;
    const pictures = shots.flatMap((shot) => ['-f', 'lavfi', '-i', source(shot)]);
    const beat = `aevalsrc='0.3*sin(2*PI*330*t)*exp(-18*mod(t,0.714))':s=44100:d=${lengthS}`;
    const sound = hasSound ? ['-f', 'lavfi', '-i', beat] : [];
    const joined = ['-filter_complex', `concat=n=${shots.length}:v=1,format=yuv420p[v]`, '-map', '[v]'];
    const heard = hasSound ? ['-map', `${shots.length}:a`] : [];
    const args = ['-v', 'error', '-y', ...pictures, ...sound, ...joined, ...heard, file];
    const run = spawnSync(ffmpeg, args);
    if (run.status !== 0) throw new Error(run.stderr.toString());
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
