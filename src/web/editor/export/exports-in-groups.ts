import type { Export } from '#contract/export.ts';

/** The exports of a work by how they stand. */
export interface ExportGroups {
  readonly running: Export | null;
  /** In the order in which their turn comes; what is paused last. */
  readonly waiting: readonly Export[];
  /** Done, failed or cancelled, the newest first. */
  readonly ended: readonly Export[];
  /** Which file of how many that were asked for together; null while nothing is under way. */
  readonly batch: { readonly position: number; readonly total: number } | null;
}

/** Sorts what is going on from what came of it; `exports` as the server lists them, the newest first. */
export function exportsInGroups(exports: readonly Export[]): ExportGroups {
  const running = exports.find(({ status }) => status === 'running') ?? null;
  const waiting = exports.filter(({ status }) => status === 'queued').toSorted(byTurn);
  const ended = exports.filter(({ status }) => status !== 'running' && status !== 'queued');
  return { running, waiting, ended, batch: batchOf(running === null ? waiting : [running, ...waiting], ended) };
}

const byTurn = (one: Export, other: Export): number =>
  Number(one.isPaused ?? false) - Number(other.isPaused ?? false) ||
  (one.ahead ?? 0) - (other.ahead ?? 0) ||
  one.createdAt - other.createdAt;

/** Files that were finished while what is under way now already waited belong to the same batch. */
function batchOf(active: readonly Export[], ended: readonly Export[]): ExportGroups['batch'] {
  if (active.length === 0) return null;
  let sinceMs = Math.min(...active.map(({ createdAt }) => createdAt));
  let finished = 0;
  for (const { status, createdAt, finishedAt } of ended) {
    if (status !== 'done' || finishedAt === null || finishedAt < sinceMs) continue;
    sinceMs = Math.min(sinceMs, createdAt);
    finished += 1;
  }
  return { position: finished + 1, total: finished + active.length };
}

/** Whether what became no file was asked for again since: it needs nobody any more. `exports`: all of the work. */
export function isAskedAgain(film: Export, exports: readonly Export[]): boolean {
  const kindOf = ({ width, height, fps, quality, framing, captions }: Export): string =>
    [width, height, fps, quality, framing, captions].join(' ');
  return exports.some((other) => other.createdAt > film.createdAt && kindOf(other) === kindOf(film));
}

/** How far an export is, 0 to 1; null while nothing of it is made. */
export function shareDone({ framesDone, framesTotal }: Pick<Export, 'framesDone' | 'framesTotal'>): number | null {
  return framesDone > 0 && framesTotal > 0 ? Math.min(1, framesDone / framesTotal) : null;
}
