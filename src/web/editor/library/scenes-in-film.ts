import type { EditScene } from '#contract/edit.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';
import type { LaidClip, TimelineLayout } from '../timeline/timeline-layout.ts';

/** A scene of the board, and where it is in the film. */
export interface SceneInFilm {
  readonly scene: EditScene;
  readonly title: string;
  /** `04` */
  readonly number: string;
  /** Its clips, in order of time. */
  readonly clips: readonly LaidClip[];
  /** What it takes of the film; where it is not in it, what the script plans. */
  readonly lengthFrames: number;
}

/** The scenes in the order of the script. */
export function scenesInFilm(scenes: readonly EditScene[], layout: TimelineLayout): readonly SceneInFilm[] {
  return scenes.map((scene) => {
    const clips = layout.clip.filter(({ thing }) => thing.sceneId === scene.sceneId);
    const inFilm = clips.reduce((sum, { startFrame, endFrame }) => sum + endFrame - startFrame, 0);
    return {
      scene,
      title: sceneTitle({ image_prompt: scene.imagePrompt, text_overlay: scene.textOverlay ?? undefined }),
      number: String(scene.sceneIndex + 1).padStart(2, '0'),
      clips,
      lengthFrames: clips.length > 0 ? inFilm : scene.plannedFrames,
    };
  });
}

/** The scene whose clip is seen at a frame of the film; null where none is. */
export function sceneAt({ clip }: TimelineLayout, frame: number): string | null {
  const here = clip.find(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);
  return here?.thing.sceneId ?? null;
}

/** The clip of a scene to go to: the next one after the playhead, else its first. */
export function clipToGoTo({ clips }: SceneInFilm, playhead: number): LaidClip | null {
  return clips.find(({ startFrame }) => startFrame > playhead) ?? clips[0] ?? null;
}
