import { fork, type ChildProcess } from 'node:child_process';
import { Problem } from '#contract/problems.ts';
import type { ScaleAnswer, ScaleQuestion } from './scale-picture-child.ts';

const TIMEOUT_MS = 30_000; // a hundred megapixels take about four seconds on a slow core
const IDLE_MS = 10_000; // then the child goes, with the memory of the largest picture it has seen

let child: ChildProcess | null = null;
let idle: NodeJS.Timeout | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Decodes a picture in a process of its own, so that one made to bring a decoder down takes nobody with it; upright as
 * EXIF asks, on white, at most so long on a side.
 *
 * @param scaling.outputPath a JPEG without any metadata is written there; left out, the picture is only looked through
 * @throws Problem `media_unreadable`
 */
export async function scalePicture(
  path: string,
  scaling: { readonly name: string; readonly maxSidePx: number; readonly outputPath?: string },
): Promise<void> {
  const { name, ...asked } = scaling;
  // One at a time: two large pictures at once are twice the memory, and nobody is served sooner.
  const answer = turn.then(() => ask({ path, ...asked }));
  turn = answer;
  const { reason } = await answer;
  if (reason !== null) throw new Problem('media_unreadable', { name, reason });
}

/** Never throws: a child that ends instead of answering was brought down by the picture. */
async function ask(question: ScaleQuestion): Promise<ScaleAnswer> {
  clearTimeout(idle);
  const asked = (child ??= startChild());
  const reply = Promise.withResolvers<ScaleAnswer>();
  const ended = (): void => reply.resolve({ reason: 'decoding it needs too much of the machine' });
  const timer = setTimeout(() => asked.kill('SIGKILL'), TIMEOUT_MS);
  asked.once('message', reply.resolve).once('exit', ended);
  asked.send(question, (failure) => {
    if (failure) ended();
  });
  const answer = await reply.promise;
  clearTimeout(timer);
  asked.off('message', reply.resolve).off('exit', ended);
  idle = setTimeout(() => retire(asked), IDLE_MS).unref();
  return answer;
}

function startChild(): ChildProcess {
  const started = fork(new URL('./scale-picture-child.ts', import.meta.url), {
    execArgv: [],
    env: {}, // nothing of ours for a picture to find
    stdio: 'ignore',
  });
  started.unref();
  started.channel?.unref();
  started.on('error', () => retire(started));
  started.on('exit', () => retire(started));
  return started;
}

function retire(gone: ChildProcess): void {
  if (child === gone) child = null;
  gone.kill('SIGKILL');
}
