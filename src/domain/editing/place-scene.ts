import type { EditScene } from '#contract/edit.ts';
import type { MediaRef, Timeline } from '#contract/timeline.ts';
import { insertClip } from './insert-clip.ts';
import { settleClips } from './settle-clips.ts';

/** A scene that goes into the film: what it shows, and how long the script plans it. */
type SceneToAdd = Pick<EditScene, 'sceneId' | 'sceneIndex' | 'plannedFrames'> & { readonly media: MediaRef };

/**
 * Puts a scene where the script has it: after the last clip of an earlier scene. It is as long as the script plans it, and no
 * longer than what it shows.
 *
 * @param order the work's scenes, as the script has them
 */
export function placeScene(
  timeline: Timeline,
  place: {
    readonly id: string;
    readonly scene: SceneToAdd;
    readonly order: readonly Pick<EditScene, 'sceneId' | 'sceneIndex'>[];
    readonly sourceFrames: number | null;
  },
): Timeline {
  const { id, scene, order, sourceFrames } = place;
  const settled = settleClips(timeline);
  const indexOf = new Map(order.map(({ sceneId, sceneIndex }) => [sceneId, sceneIndex]));
  const index = settled.clips.findLastIndex(({ sceneId }) => {
    const sceneIndex = indexOf.get(sceneId ?? '');
    return sceneIndex !== undefined && sceneIndex < scene.sceneIndex;
  });
  const lengthFrames = Math.min(scene.plannedFrames, sourceFrames ?? Infinity);
  return insertClip(settled, {
    clip: { id, media: scene.media, lengthFrames, sceneId: scene.sceneId },
    index: index + 1,
  });
}
