import type { World } from '../world.ts';
import { shareDone, type FilmProgress, type FilmStep } from './film-progress.ts';

/** Takes what every part of a film says of itself and tells the whole. */
export interface FilmMeter {
  readonly begin: (step: FilmStep) => void;
  readonly analysis: (done: number) => void;
  readonly scenario: (sceneCount: number) => void;
  readonly picture: (sceneIndex: number, done: number) => void;
  readonly clip: (sceneIndex: number, done: number) => void;
  readonly failed: (sceneIndex: number) => void;
  readonly export: (done: number) => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

type SceneStatus = FilmProgress['scenes'][number]['status'];

const DOING: Readonly<Record<FilmStep, string>> = {
  brief: 'Reading the brief',
  reference: 'Measuring the reference',
  script: 'Writing the scenario',
  pictures: 'Making pictures and clips',
  clips: 'Making clips',
  edit: 'Laying out the film',
  export: 'Exporting',
  done: 'Done',
};

const TOO_EARLY = 0.08; // before this share is done, what is left is a guess nobody should see

/** A meter that reports each change, with the time left as the pace so far says. */
export function filmMeter(clock: World['clock'], onProgress: (progress: FilmProgress) => void): FilmMeter {
  const startMs = clock.nowMs();
  const parts = { analysis: 0, scenario: 0, export: 0, pictures: [] as number[], clips: [] as number[] };
  const statuses: SceneStatus[] = [];
  let step: FilmStep = 'brief';
  let best = 0;
  let first: { readonly done: number; readonly atMs: number } | null = null;
  let stopped = false;

  const tell = (): void => {
    if (stopped) return;
    best = Math.max(best, shareDone(parts));
    const nowMs = clock.nowMs();
    // What an earlier run had finished is there at once; the pace is measured from what this run does.
    first ??= { done: best, atMs: startMs };
    const made = best - first.done;
    const leftMs = made < TOO_EARLY ? null : ((nowMs - first.atMs) / made) * (1 - best);
    onProgress({ step, doing: DOING[step], done: best, leftMs, scenes: statuses.map((status) => ({ status })) });
  };
  const mark = (sceneIndex: number, status: SceneStatus): void => {
    if (statuses[sceneIndex] !== undefined) statuses[sceneIndex] = status;
  };

  return {
    begin: (next) => {
      step = next;
      tell();
    },
    analysis: (done) => {
      parts.analysis = done;
      tell();
    },
    scenario: (sceneCount) => {
      parts.scenario = 1;
      statuses.splice(0, statuses.length, ...Array.from({ length: sceneCount }, (): SceneStatus => 'waiting'));
      parts.pictures = statuses.map(() => 0);
      parts.clips = statuses.map(() => 0);
      tell();
    },
    picture: (sceneIndex, done) => {
      parts.pictures[sceneIndex] = done;
      mark(sceneIndex, done >= 1 ? 'picture ready' : 'picture');
      tell();
    },
    clip: (sceneIndex, done) => {
      parts.clips[sceneIndex] = done;
      mark(sceneIndex, done >= 1 ? 'done' : 'clip');
      tell();
    },
    failed: (sceneIndex) => {
      mark(sceneIndex, 'failed');
      tell();
    },
    export: (done) => {
      parts.export = done;
      tell();
    },
    stop: () => {
      stopped = true;
    },
  };
}
