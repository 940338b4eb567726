import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Problem } from '#contract/problems.ts';

/** What to run and how to talk to it; every callback may be left out. */
export interface FfmpegRun {
  /** Path of the program. */
  readonly ffmpeg: string;
  /** Inputs, filters and outputs; never text of a user. */
  readonly args: readonly string[];
  /** Ends the sentence "FFmpeg failed while …". */
  readonly doing: string;
  readonly signal?: AbortSignal;
  /** After this long the child is killed and the run fails. */
  readonly timeoutMs?: number;
  /** After so long without any progress it is taken for locked up and done again; a minute where nothing is said. */
  readonly stalledAfterMs?: number;
  /** Frames written so far, about four times a second. */
  readonly onFrames?: (framesDone: number) => void;
  /** Feeds `pipe:0`; each write resolves when FFmpeg can take more. */
  readonly stdin?: (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>;
  /** Takes `pipe:1`; a promise holds FFmpeg back until it settles. */
  readonly stdout?: (chunk: Buffer) => void | Promise<void>;
}

const STDERR_KEPT_CHARS = 64_000; // FFmpeg can repeat a decoder warning per frame; the end names the cause
const REASON_LINES = 3;

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/**
 * Runs FFmpeg to its end.
 *
 * Inputs may only be opened through the file, pipe and crypto protocols. Outputs are overwritten.
 *
 * @returns the end of what FFmpeg wrote to stderr
 * @throws Problem `ffmpeg_failed` with its last lines; the signal's own reason when aborted (the child is gone by then)
 */
export async function runFfmpeg(run: FfmpegRun): Promise<{ stderr: string }> {
  try {
    return await runOnce(run);
  } catch (failure) {
    if (!(failure instanceof Stalled)) throw failure;
    // What was fed or taken piece by piece cannot be had again; everything else is simply done once more.
    if (!run.stdin && !run.stdout) {
      return runOnce(run).catch((again: unknown) => {
        throw again instanceof Stalled ? again.problem : again;
      });
    }
    throw failure.problem;
  }
}

// FFmpeg 7.0 can lock up for ever in a graph of several inputs: every thread waits for another, and no processor is used.
// Seen here about once in some hundred runs of one graph with eight inputs.
const STALLED_AFTER_MS = 60_000;

/** FFmpeg was ended because it stood still. */
class Stalled extends Error {
  readonly problem: Problem;

  constructor({ doing, stalledAfterMs = STALLED_AFTER_MS }: FfmpegRun) {
    super('FFmpeg stands still');
    this.problem = new Problem('ffmpeg_failed', {
      doing,
      reason: `it made no progress for ${String(stalledAfterMs / 1000)} seconds`,
    });
  }
}

async function runOnce(run: FfmpegRun): Promise<{ stderr: string }> {
  run.signal?.throwIfAborted();
  const child = spawn(run.ffmpeg, commandLine(run), {
    stdio: [run.stdin ? 'pipe' : 'ignore', run.stdout ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  living.add(child);

  let callbackFailure: unknown;
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  const failWith = (failure: unknown): void => {
    callbackFailure ??= failure;
    stop();
  };
  let timedOut = false;
  const timer = run.timeoutMs === undefined ? undefined : setTimeout(() => ((timedOut = true), stop()), run.timeoutMs);
  run.signal?.addEventListener('abort', stop, { once: true });

  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT_CHARS);
  });
  let stalled = false;
  const watch = setTimeout(() => ((stalled = true), stop()), run.stalledAfterMs ?? STALLED_AFTER_MS);
  followProgress(child.stdio[3] as Readable, { onFrames: run.onFrames, onChange: () => watch.refresh() });
  const fed = run.stdin && child.stdin ? feed(child, child.stdin, run.stdin).catch(failWith) : undefined;
  const drained = run.stdout && child.stdout ? drain(child.stdout, run.stdout).catch(failWith) : undefined;

  try {
    const exit = await exitOf(child);
    await Promise.all([fed, drained]);
    run.signal?.throwIfAborted();
    if (stalled) throw new Stalled(run);
    if (timedOut)
      throw new Problem('ffmpeg_failed', {
        doing: run.doing,
        reason: `it took longer than ${String(run.timeoutMs)} ms`,
      });
    if (exit.failure)
      throw new Problem('ffmpeg_failed', { doing: run.doing, reason: exit.failure.message }, { cause: exit.failure });
    if (callbackFailure !== undefined) throw callbackFailure;
    if (exit.code !== 0) {
      const reason =
        lastLines(stderr) || `it ended with ${exit.code === null ? String(exit.signal) : `code ${String(exit.code)}`}`;
      throw new Problem('ffmpeg_failed', { doing: run.doing, reason });
    }
    return { stderr };
  } finally {
    clearTimeout(timer);
    clearTimeout(watch);
    run.signal?.removeEventListener('abort', stop);
    living.delete(child);
  }
}

function commandLine(run: FfmpegRun): string[] {
  const args = run.args.flatMap((arg) => (arg === '-i' ? ['-protocol_whitelist', 'file,pipe,crypto', arg] : [arg]));
  const progress = ['-progress', 'pipe:3', '-stats_period', '0.25'];
  return ['-hide_banner', '-nostats', ...(run.stdin ? [] : ['-nostdin']), '-y', ...progress, ...args];
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly failure?: Error;
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', (failure) => {
      if (child.pid === undefined) resolve({ code: null, signal: null, failure });
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

/** Gives FFmpeg its input. When FFmpeg ends early, writing ends quietly: its exit code says why. */
async function feed(child: ChildProcess, stdin: Writable, source: NonNullable<FfmpegRun['stdin']>): Promise<void> {
  const closed = new Error('FFmpeg takes no more input');
  const gone = new Promise<never>((_resolve, reject) => {
    stdin.once('error', () => reject(closed));
    child.once('close', () => reject(closed));
  });
  gone.catch(() => undefined);
  const write = async (chunk: Uint8Array): Promise<void> => {
    if (stdin.destroyed || child.exitCode !== null) throw closed;
    if (stdin.write(chunk)) return;
    await Promise.race([new Promise<void>((resolve) => stdin.once('drain', () => resolve())), gone]);
  };
  try {
    await source(write);
    stdin.end();
  } catch (failure) {
    if (failure !== closed) throw failure;
  }
}

async function drain(stdout: Readable, take: NonNullable<FfmpegRun['stdout']>): Promise<void> {
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    const waiting = take(chunk);
    if (waiting) await waiting;
  }
}

function followProgress(
  stream: Readable,
  follow: { readonly onFrames: FfmpegRun['onFrames']; readonly onChange: () => void },
): void {
  let rest = '';
  const known = new Map<string, string>();
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, key = '', value = ''] = /^(frame|out_time_us|total_size)=\s*(\S+)/.exec(line) ?? [];
      if (key === '' || known.get(key) === value) continue;
      known.set(key, value);
      follow.onChange();
      if (key === 'frame') follow.onFrames?.(Number(value));
    }
  });
}

function lastLines(stderr: string): string {
  return stderr
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*@ 0x[0-9a-f]+\]\s*/, '').trim())
    .filter((line) => line !== '' && line !== 'Conversion failed!' && !line.startsWith('Error opening input file'))
    .slice(-REASON_LINES)
    .join('; ')
    .slice(0, 500);
}
