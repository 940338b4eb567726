import type { EditScene } from '#contract/edit.ts';
import type { MediaRef, Timeline, TimelineClip } from '#contract/timeline.ts';
import { mapItems } from './items.ts';

/** A clip whose scene shows another take by now. */
export interface ChangedTake {
  readonly clipId: string;
  readonly sceneId: string;
  readonly media: MediaRef;
}

/** The clips whose scene shows another take than they do, in order of time. */
export function changedTakes(
  timeline: Pick<Timeline, 'clips'>,
  scenes: readonly Pick<EditScene, 'sceneId' | 'media'>[],
): readonly ChangedTake[] {
  const shown = new Map(scenes.map(({ sceneId, media }) => [sceneId, media]));
  return timeline.clips.flatMap(({ id, sceneId, media }) => {
    const now = sceneId === undefined ? null : (shown.get(sceneId) ?? null);
    if (sceneId === undefined || now === null || now.sha256 === media.sha256) return [];
    return [{ clipId: id, sceneId, media: now }];
  });
}

/**
 * Shows other takes in clips: each keeps its place, its length and its joins. A shorter take begins earlier in its source, so
 * that as little as possible is missing at its end.
 *
 * @param change.sourceFrames how long a file is, at the timeline's rate; null for a picture
 */
export function bringInTakes(
  timeline: Timeline,
  change: {
    readonly takes: readonly { readonly clipId: string; readonly media: MediaRef }[];
    readonly sourceFrames: (media: MediaRef) => number | null;
  },
): Timeline {
  const takes = new Map(change.takes.map(({ clipId, media }) => [clipId, media]));
  return mapItems(timeline, {
    clip: (clip) => {
      const media = takes.get(clip.id);
      if (media === undefined || media.sha256 === clip.media.sha256) return clip;
      return { ...clip, media, sourceStartFrame: inPointIn(clip, media, change.sourceFrames(media)) };
    },
  });
}

function inPointIn(clip: TimelineClip, media: MediaRef, sourceFrames: number | null): number {
  if (media.kind === 'image') return 0;
  if (sourceFrames === null) return clip.sourceStartFrame;
  return Math.max(0, Math.min(clip.sourceStartFrame, sourceFrames - (clip.endFrame - clip.startFrame)));
}
