import type { Job } from '#contract/job.ts';
import type { SceneChanges } from '#contract/scene-changes.ts';
import type { GeneratedScene, ScenarioScene } from '#contract/scene.ts';
import type { Work } from '#contract/work.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';

/** How a scene stands on the board; the colour, the glyph, the words and the pattern of its bar say the same. */
export type CardState =
  | 'pending'
  | 'making_image'
  | 'making_video'
  | 'review'
  | 'approved'
  | 'done'
  | 'failed'
  | 'uncertain';

/** What of a scene is under way. */
interface CardJob {
  readonly id: string;
  /** 0 to 1; null where the vendor does not say. */
  readonly progress: number | null;
  readonly isQueued: boolean;
  readonly etaMs: number | null;
  readonly startedAtMs: number;
  readonly provider: string | null;
}

/** A scene as the contact sheet shows it. */
export interface Card {
  readonly id: string;
  readonly index: number;
  /** Where it begins in the film, in seconds, as if no transition overlapped. */
  readonly startS: number;
  readonly durationS: number;
  readonly title: string;
  readonly state: CardState;
  readonly imageTake: { readonly id: string; readonly number: number } | null;
  readonly videoTake: { readonly id: string; readonly number: number } | null;
  readonly job: CardJob | null;
  /** What failed last, in the server's words, also beside something that is shown. */
  readonly problem: { readonly code: string; readonly sentence: string; readonly kind: 'image' | 'video' } | null;
  /** What is shown, and would be made of other inputs now. */
  readonly changed: 'image' | 'video' | null;
}

/** The scenes of a work in their order. */
export function boardOf(work: Work, jobs: readonly Job[], changes: readonly SceneChanges[]): readonly Card[] {
  const shown = new Map(work.generatedScenes.map((scene) => [scene.sceneIndex, scene]));
  let startS = 0;
  return work.scenes.map((scene, index) => {
    const own = jobs.filter((job) => job.sceneIndex === index && job.kind !== 'derive');
    const standing = changes.find(({ sceneId }) => sceneId === scene.id);
    const card = cardOf({ scene, index, startS, shown: shown.get(index), jobs: own, standing });
    startS += scene.duration_seconds;
    return card;
  });
}

interface CardFacts {
  readonly scene: ScenarioScene;
  readonly index: number;
  readonly startS: number;
  readonly shown: GeneratedScene | undefined;
  readonly jobs: readonly Job[];
  readonly standing: SceneChanges | undefined;
}

function cardOf({ scene, index, startS, shown, jobs, standing }: CardFacts): Card {
  const state = stateOf(shown, jobs);
  const failedJob = jobs.find(({ status }) => status === 'failed' || status === 'uncertain');
  return {
    id: scene.id ?? String(index),
    index,
    startS,
    durationS: scene.duration_seconds,
    title: sceneTitle(scene),
    state,
    imageTake: shown?.imageTake ?? null,
    videoTake: shown?.videoTake ?? null,
    job: jobOf(state, jobs),
    problem:
      shown?.error === undefined || shown.code === undefined
        ? null
        : {
            code: shown.code,
            sentence: shown.error,
            kind: failedJob?.kind === 'video' || (shown.imageTake && failedJob?.kind !== 'image') ? 'video' : 'image',
          },
    changed: standing?.image === 'changed' ? 'image' : standing?.video === 'changed' ? 'video' : null,
  };
}

function stateOf(shown: GeneratedScene | undefined, jobs: readonly Job[]): CardState {
  if (shown === undefined) return 'pending';
  if (shown.code === 'submission_uncertain' || jobs.some(({ status }) => status === 'uncertain')) return 'uncertain';
  switch (shown.status) {
    case 'generating_image':
      return 'making_image';
    case 'generating_video':
      return 'making_video';
    case 'image_ready':
      return shown.approved ? 'approved' : 'review';
    case 'error':
      return 'failed';
    default:
      return shown.status;
  }
}

function jobOf(state: CardState, jobs: readonly Job[]): CardJob | null {
  const running = jobs.filter(({ status }) => status === 'queued' || status === 'running');
  const wanted = state === 'uncertain' ? jobs.filter(({ status }) => status === 'uncertain') : running;
  // Of a whole scene and its half the half knows how far it is.
  const job = wanted.find(({ kind }) => kind !== 'scene') ?? wanted[0];
  if (!job) return null;
  return {
    id: job.id,
    progress: job.progress > 0 ? job.progress : null,
    isQueued: job.status === 'queued',
    etaMs: job.etaMs ?? null,
    startedAtMs: job.createdAt,
    provider: job.provider ?? null,
  };
}

/** What the sheet may be narrowed to. */
export type BoardFilter = 'all' | 'needs' | 'running' | 'done';

const groups: Readonly<Record<Exclude<BoardFilter, 'all'>, readonly CardState[]>> = {
  needs: ['uncertain', 'review', 'failed'],
  running: ['making_image', 'making_video'],
  done: ['done'],
};

/** Whether a filter lets a scene through. */
export const passes = (filter: BoardFilter, { state }: Pick<Card, 'state'>): boolean =>
  filter === 'all' || groups[filter].includes(state);

/** How many scenes stand how. */
export function countStates(cards: readonly Pick<Card, 'state'>[]): Readonly<Record<CardState, number>> {
  const count = (state: CardState): number => cards.filter((card) => card.state === state).length;
  return {
    pending: count('pending'),
    making_image: count('making_image'),
    making_video: count('making_video'),
    review: count('review'),
    approved: count('approved'),
    done: count('done'),
    failed: count('failed'),
    uncertain: count('uncertain'),
  };
}

/** The scene a person is needed at next: what is in doubt first, then reviews, then failures, each in their order. */
export function nextInNeed<C extends Pick<Card, 'state'>>(cards: readonly C[]): C | null {
  for (const state of groups.needs) {
    const found = cards.find((card) => card.state === state);
    if (found) return found;
  }
  return null;
}

/** How long what is under way still takes as far as vendors say, in milliseconds; null where none does. */
export function timeLeftMs(cards: readonly Pick<Card, 'job' | 'state'>[]): number | null {
  const known = cards.flatMap(({ job, state }) => (job?.etaMs != null && state !== 'uncertain' ? [job.etaMs] : []));
  return known.length === 0 ? null : Math.max(...known);
}

/** The same cards where nothing of them changed, so that what shows them is not drawn again. */
export function keepSame(before: readonly Card[], after: readonly Card[]): readonly Card[] {
  const known = new Map(before.map((card) => [card.id, card]));
  const kept = after.map((card) => {
    const old = known.get(card.id);
    return old && JSON.stringify(old) === JSON.stringify(card) ? old : card;
  });
  return kept.length === before.length && kept.every((card, index) => card === before[index]) ? before : kept;
}
