import type { GenerationState } from '#contract/generation.ts';
import type { GeneratedScene, SceneStatus } from '#contract/scene.ts';
import type { TakeKind } from '#contract/take.ts';

/** Where a generation may go next. `done`, `failed` and `cancelled` are the ends: a retry is a new generation. */
const nextStates: Readonly<Record<GenerationState, readonly GenerationState[]>> = {
  queued: ['submitting', 'failed', 'cancelled'],
  // Back to queued only where the vendor surely did not take it: 429, no such host, refused.
  submitting: ['submitted', 'fetching', 'queued', 'failed', 'cancelled', 'uncertain'],
  submitted: ['running', 'fetching', 'failed', 'cancelled', 'uncertain'],
  running: ['fetching', 'failed', 'cancelled', 'uncertain'],
  // What is paid and ready is kept: it can no longer be cancelled.
  fetching: ['done', 'failed', 'uncertain'],
  // Looked up and found, sent again where that is free, or settled by the user.
  uncertain: ['submitted', 'running', 'fetching', 'queued', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
};

/** Whether a generation may go from one state to another. */
export function mayBecome(from: GenerationState, to: GenerationState): boolean {
  return nextStates[from].includes(to);
}

/** Whether a generation has come to its end. `uncertain` has not: somebody has to decide. */
export function isSettled(state: GenerationState): boolean {
  return nextStates[state].length === 0;
}

/** Whether the generation is at work or about to be, so that the scene shows it. */
function isLive(state: GenerationState): boolean {
  return !isSettled(state) && state !== 'uncertain';
}

/** What decides a scene's status. */
export interface SceneFacts {
  readonly hasPicture: boolean;
  readonly hasClip: boolean;
  /** Those that are not settled, newest last. */
  readonly generations: readonly { readonly kind: TakeKind; readonly state: GenerationState }[];
  /** The newest failure, if nothing good came of its kind after it. */
  readonly lastError: { readonly kind: TakeKind; readonly code: string; readonly message: string } | null;
}

/**
 * What a scene shows: work in hand first, then the best it owns.
 *
 * A failure beside a take of the same kind (or beside a clip) leaves the status alone and only sets `error`; a doubtful submission
 * counts as such a failure. A cancelled generation leaves no trace here.
 */
export function sceneStatus(facts: SceneFacts): Pick<GeneratedScene, 'status' | 'error' | 'code'> {
  const live = facts.generations.filter(({ state }) => isLive(state));
  if (live.some(({ kind }) => kind === 'video')) return { status: 'generating_video' };
  if (live.some(({ kind }) => kind === 'image')) return { status: 'generating_image' };
  const owned: SceneStatus = facts.hasClip ? 'done' : facts.hasPicture ? 'image_ready' : 'pending';
  const trouble = troubleOf(facts);
  if (trouble === null) return { status: owned };
  const ownsTheKind = facts.hasClip || (trouble.kind === 'image' && facts.hasPicture);
  return { status: ownsTheKind ? owned : 'error', error: trouble.message, code: trouble.code };
}

function troubleOf(facts: SceneFacts): NonNullable<SceneFacts['lastError']> | null {
  const doubtful = facts.generations.findLast(({ state }) => state === 'uncertain');
  if (doubtful === undefined) return facts.lastError;
  return {
    kind: doubtful.kind,
    code: 'submission_uncertain',
    message: 'It is not known whether the job was taken: look again, or say that it failed.',
  };
}
