import type { Need, Running, WorkOverview } from '#contract/overview.ts';
import { formatShare } from '../app/format.ts';
import { formatLeft } from '../app/length.ts';
import type { Catalogue } from '../strings/areas.ts';

type Words = Catalogue['works'];

/** How a work stands, as colour, glyph and words say it. */
export interface WorkState {
  readonly kind: 'doubt' | 'needs' | 'failed' | 'running' | 'done' | 'idle';
  readonly words: string;
}

/** Which list of a project's works a work is in, beside that of all. */
export type WorkFilter = 'needs' | 'running' | 'finished';

/** How a work stands: what waits for its user first, then what runs, then what failed, then what is there. */
export function stateOfWork(work: WorkOverview, t: Words): WorkState {
  const waits = work.needs.find(({ what }) => what !== 'failed');
  if (waits) return { kind: waits.what === 'uncertain' ? 'doubt' : 'needs', words: needInWords(waits, t) };
  if (work.running) return { kind: 'running', words: runningInWords(work.running, t) };
  const failed = work.needs.find(({ what }) => what === 'failed');
  if (failed) return { kind: 'failed', words: needInWords(failed, t) };
  if (work.film) return { kind: 'done', words: t.state.exported(work.film.count) };
  return { kind: 'idle', words: nextInWords(work, t) };
}

/** Whether a work belongs in a list. */
export function isIn(filter: WorkFilter, work: WorkOverview): boolean {
  if (filter === 'needs') return work.needs.length > 0;
  if (filter === 'running') return work.running !== null;
  return work.film !== null && work.running === null && work.needs.length === 0;
}

/** One thing that waits for the user of a work, in a few words. */
function needInWords({ what, count, sceneIndex, code }: Need, t: Words): string {
  if (what === 'uncertain') return sceneIndex === null ? t.state.doubtWhole : t.state.doubt(sceneIndex + 1);
  if (what === 'analysis') return t.state.analysis;
  if (what === 'failed') return whyInWords(code, t);
  return count === 1 && sceneIndex !== null ? t.state.review(sceneIndex + 1) : t.state.reviews(count);
}

/** Why something failed, in a few words; the whole sentence is shown where it is mended. */
export function whyInWords(code: string | undefined, t: Words): string {
  return code !== undefined && code in t.why ? t.why[code as keyof Words['why']] : t.why.other;
}

/** What is being made, how far it is and what is left, in a few words. */
export function runningInWords(running: Running, t: Words): string {
  const left = running.etaMs === undefined ? [] : [t.state.left(formatLeft(running.etaMs))];
  const share = running.progress > 0 ? [formatShare(running.progress)] : [];
  return [doingInWords(running, t), ...left, ...(running.total === undefined ? share : [])].join(', ');
}

function doingInWords({ kind, done = 0, total = 0, stage }: Running, t: Words): string {
  switch (kind) {
    case 'film':
      return stage in t.state.film ? t.state.film[stage as keyof Words['state']['film']] : t.state.film.waiting;
    case 'export':
      return t.state.export;
    case 'video':
    case 'scene':
      return t.state.clips(done, total);
    case 'image':
      return t.state.images(done, total);
    case 'analyze':
      return t.state.analyze;
    default:
      return t.state.script;
  }
}

/** What is to be done next in a work that waits for nothing. */
function nextInWords({ counts: { scenes, images, videos }, hasBrief }: WorkOverview, t: Words): string {
  if (scenes === 0) return hasBrief ? t.state.noScript : t.state.noBrief;
  if (videos === scenes) return t.state.made;
  if (videos > 0 || images === scenes) return t.state.clipsMade(videos, scenes);
  return t.state.pictures(images, scenes);
}
