import type { Fps } from '#contract/fps.ts';
import type { TransitionType } from '#contract/scene.ts';
import type { Tempo } from '#contract/style-guide.ts';
import { framesToSeconds, secondsToFrames } from '../frames.ts';
import { transitionFromName } from './transition-names.ts';

/** A scene in frames of the film. */
export interface SceneLength {
  /** Where it begins in the film; its incoming transition begins here too. */
  readonly startFrame: number;
  /** What it takes of the film. */
  readonly filmFrames: number;
  /** Its outgoing transition, seen at the beginning of the next scene. */
  readonly overlapFrames: number;
  readonly transition: TransitionType;
}

/** How long a transition takes, in seconds. */
const transitionS = { fast: 0.4, medium: 0.6, slow: 0.8 } as const satisfies Record<Tempo, number>;

/**
 * What each scene takes of the film, transitions taken into account.
 *
 * The scenes' durations add up to the film exactly, whatever the transitions: the place of a cut is the rounded sum of what lies
 * before it, and each clip is longer than its scene by its own outgoing transition.
 */
export function sceneLengths(
  scenes: readonly { readonly durationS: number; readonly transition: string }[],
  { fps, tempo = 'medium' }: { readonly fps: Fps; readonly tempo?: Tempo | undefined },
): readonly SceneLength[] {
  const cuts = [0];
  let elapsedS = 0;
  for (const scene of scenes) {
    elapsedS += scene.durationS;
    cuts.push(Math.max(secondsToFrames(elapsedS, fps), (cuts.at(-1) ?? 0) + 1));
  }
  return scenes.map((scene, place) => {
    const startFrame = cuts[place] ?? 0;
    const filmFrames = (cuts[place + 1] ?? 0) - startFrame;
    const nextFrames = place + 1 < scenes.length ? (cuts[place + 2] ?? 0) - (cuts[place + 1] ?? 0) : 0;
    const { type } = transitionFromName(scene.transition);
    const wanted = type === 'cut' ? 0 : secondsToFrames(transitionS[tempo], fps);
    return {
      startFrame,
      filmFrames,
      overlapFrames: Math.min(wanted, Math.floor(Math.min(filmFrames, nextFrames) / 2)),
      transition: type,
    };
  });
}

/** How long a clip must be to fill its scene and its outgoing transition, in seconds: what to ask a video model for. */
export function clipDurationsS(
  scenes: readonly { readonly durationS: number; readonly transition: string }[],
  options: { readonly fps: Fps; readonly tempo?: Tempo | undefined },
): readonly number[] {
  return sceneLengths(scenes, options).map((scene) =>
    framesToSeconds(scene.filmFrames + scene.overlapFrames, options.fps),
  );
}
