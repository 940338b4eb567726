import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';

/** A small picture and a short clip, for a vendor that has to send something real. */
export async function smallResults(): Promise<{ readonly picture: Uint8Array; readonly clip: Uint8Array }> {
  const { path: ffmpeg } = await findFfmpeg({ searchPath: process.env['PATH'] ?? '' });
  const directory = await mkdtemp(join(tmpdir(), 'scenewright-results-'));
  const make = async (name: string, args: readonly string[]): Promise<Uint8Array> => {
    const path = join(directory, name);
    await runFfmpeg({ ffmpeg, doing: 'making a result', args: ['-f', 'lavfi', '-i', ...args, path] });
    return readFile(path);
  };
  try {
    return {
      picture: await make('picture.png', ['color=c=0x336699:s=128x72', '-frames:v', '1']),
      clip: await make('clip.mp4', ['testsrc=s=128x72:r=10', '-t', '2', '-pix_fmt', 'yuv420p']),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
