import type { ClipInput } from './camera/draw-clip.ts';
import type { StillTask } from './picture/still.ts';
import type { SoundBrief } from './sound/sound-bed.ts';

/** What a running task may use: when to stop, and where to say how far it is (0 to 1). */
export interface TaskContext {
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

/**
 * Everything a draw worker can do, by name. One more task is one more line: a function of plain data (it crosses threads)
 * that returns plain data. Modules are loaded when first asked for, so that a worker starts quickly.
 *
 * A task that takes long must await now and then and look at the signal: that is when an abort reaches it.
 */
export const drawTasks = {
  still: async (input: StillTask, context: TaskContext) => {
    context.progress(0);
    return (await import('./picture/still.ts')).drawStill(input);
  },
  clip: async (input: ClipInput, context: TaskContext) =>
    (await import('./camera/draw-clip.ts')).drawClip(input, context),
  sound: async (input: SoundBrief & { readonly path: string }, context: TaskContext) =>
    (await import('./sound/compose-sound-bed.ts')).composeSoundBed(input, context),
} satisfies Record<string, (input: never, context: TaskContext) => Promise<unknown>>;

export type DrawTasks = typeof drawTasks;
