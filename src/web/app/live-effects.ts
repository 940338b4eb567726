import type { Export } from '#contract/export.ts';
import type { Job, JobStatus } from '#contract/job.ts';
import type { Work } from '#contract/work.ts';
import type { GeneratedScene, SceneStatus } from '#contract/scene.ts';
import { keys } from '../queries/keys.ts';

/** Something the server pushed; `data` says whose it is. */
export interface LiveEvent {
  /** Where the stream goes on from. */
  readonly id: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What news do to the cache: a change laid into what is there, or a question to be asked again. */
export type Effect =
  | {
      readonly kind: 'patch';
      readonly key: readonly unknown[];
      /** Answers the same object where there is nothing to change. */
      readonly change: (cached: unknown) => unknown;
      /** Asked again where nothing of it was there to change. */
      readonly orAskAgain?: true;
    }
  | { readonly kind: 'stale'; readonly key: readonly unknown[]; readonly exact?: true };

const ENDED: readonly unknown[] = ['done', 'failed', 'cancelled', 'uncertain'] satisfies JobStatus[];

/** What an event means for what is shown; one of a kind that is not known means nothing. */
export function effectsOf({ type, data }: LiveEvent): readonly Effect[] {
  const whose = { workId: text(data['workId']), projectId: text(data['projectId']) };
  if (type === 'reset') return [{ kind: 'stale', key: [] }];
  if (type === 'work') return [...ofWork(whose), ...(data['status'] === 'deleted' ? [stale(keys.trash)] : [])];
  if (type === 'scene') return [...patchedScene(whose, data), ...ofWork(whose)];
  if (type === 'take') return whose.workId === null ? [] : [stale(['work', whose.workId, 'takes']), ...ofWork(whose)];
  if (type === 'job') return [...patchedJob(whose, data), ...ofJob(whose, data)];
  if (type === 'export') return [...patchedJob(whose, data), ...patchedExport(whose, data), ...ofJob(whose, data)];
  return [];
}

interface Whose {
  readonly workId: string | null;
  readonly projectId: string | null;
}

/** The work itself, and the lists that show how it stands. */
function ofWork({ workId, projectId }: Whose): readonly Effect[] {
  return [
    ...(workId === null
      ? []
      : [
          stale(keys.work(workId), true),
          stale(keys.edit(workId)),
          stale(keys.changes(workId)),
          stale(keys.estimate(workId)),
          stale(keys.exportEstimates(workId)),
        ]),
    ...(projectId === null ? [] : [stale(keys.works(projectId))]),
    stale(keys.projects),
  ];
}

function patchedScene({ workId }: Whose, data: LiveEvent['data']): readonly Effect[] {
  if (workId === null) return [];
  const change = (cached: unknown): unknown =>
    isWork(cached)
      ? {
          ...cached,
          generatedScenes: cached.generatedScenes.map((scene) =>
            scene.sceneIndex === data['sceneIndex'] ? shownAs(scene, data) : scene,
          ),
        }
      : cached;
  return [{ kind: 'patch', key: keys.work(workId), change }];
}

/** What failed last is said in every event of a scene for which it still holds, so that what is not said is over. */
function shownAs(scene: GeneratedScene, data: LiveEvent['data']): GeneratedScene {
  const lasting = Object.entries(scene).filter(([field]) => field !== 'error' && field !== 'code');
  return {
    ...(Object.fromEntries(lasting) as GeneratedScene),
    status: data['status'] as SceneStatus,
    ...(typeof data['error'] === 'string' ? { error: data['error'] } : {}),
    ...(typeof data['code'] === 'string' ? { code: data['code'] } : {}),
  };
}

/** How far a job is, as far as the news say it. */
function howFar({ progress, stage, etaMs }: LiveEvent['data']): Partial<Job> {
  return {
    ...(typeof progress === 'number' ? { progress } : {}),
    ...(typeof stage === 'string' ? { stage } : {}),
    ...(typeof etaMs === 'number' ? { etaMs } : {}),
  };
}

/** News of a job are laid into every list of jobs; one that no list has yet, or that has ended, is asked for. */
function patchedJob({ workId }: Whose, data: LiveEvent['data']): readonly Effect[] {
  const { jobId, status, progress } = data;
  const change = (cached: unknown): unknown => {
    if (!isListOf<Job>(cached) || !cached.some((job) => job.id === jobId)) return cached;
    return cached.map((job) => (job.id === jobId ? { ...job, status: status as JobStatus, ...howFar(data) } : job));
  };
  const lists = [keys.jobs, ...(workId === null ? [] : [keys.jobsOfWork(workId)])];
  return lists.flatMap((key): Effect[] => [
    { kind: 'patch', key, change, orAskAgain: true },
    ...(typeof progress === 'number' && !ENDED.includes(status) ? [] : [stale(key)]),
  ]);
}

/**
 * How far an export is. Which stages and pieces it has behind it is asked for when that changes, which is seldom; between
 * that, nothing is asked.
 */
function patchedExport({ workId }: Whose, data: LiveEvent['data']): readonly Effect[] {
  if (workId === null) return [];
  const { exportId, status, progress, segmentsDone } = data;
  const change = (cached: unknown): unknown => {
    if (!isListOf<Export>(cached)) return cached;
    const shown = cached.find(({ id }) => id === exportId);
    if (!shown || typeof progress !== 'number') return cached;
    const { etaMs, stage } = howFar(data);
    const isFurther =
      (stage ?? shown.stage) !== shown.stage || (segmentsDone ?? shown.segments?.done) !== shown.segments?.done;
    if (shown.status !== status || isFurther) return cached;
    const framesDone = Math.round(progress * shown.framesTotal);
    return cached.map((one) => (one === shown ? { ...one, framesDone, etaMs: etaMs ?? null } : one));
  };
  const isProgress = typeof progress === 'number' && !ENDED.includes(status);
  const key = keys.exports(workId);
  return [
    { kind: 'patch', key, change, orAskAgain: true },
    ...(isProgress ? [] : [stale(key), stale(keys.exportEstimates(workId))]),
  ];
}

/** What a job leaves when it ends: money was spent or given back, and lists show another state. */
function ofJob(whose: Whose, data: LiveEvent['data']): readonly Effect[] {
  const isEnd = ENDED.includes(data['status']);
  const isNew = data['status'] === 'queued';
  if (!isEnd && !isNew) return [];
  const money = [stale(keys.spend), stale(keys.budgets)];
  const assets = whose.workId === null ? [{ kind: 'stale', key: ['project'] } as const] : [];
  const proposals = whose.workId === null ? [] : [stale(keys.proposals(whose.workId))];
  return [...money, ...assets, ...proposals, ...ofWork(whose)];
}

const stale = (key: readonly unknown[], exact?: true): Effect => ({ kind: 'stale', key, ...(exact ? { exact } : {}) });
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isListOf = <T extends { readonly id: string }>(cached: unknown): cached is readonly T[] =>
  Array.isArray(cached) && cached.every((one) => typeof one === 'object' && one !== null && 'id' in one);
const isWork = (cached: unknown): cached is Work =>
  typeof cached === 'object' && cached !== null && 'generatedScenes' in cached;
