import type { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames, placeClips } from './nominal-to-output.ts';

/**
 * What the sound of a film depends on, as a text: as long as it stays the same, a sound mixed before is still right. Null where
 * nothing is heard.
 *
 * @param isHeard whether a file has sound at all
 */
export function soundSignature(
  timeline: Pick<Timeline, 'clips' | 'audio' | 'fps' | 'loudnessLufs'>,
  isHeard: (media: { readonly sha256: string }) => boolean,
): string | null {
  const clips = placeClips(timeline.clips).flatMap(({ clip, startFrame, endFrame, transition }) => {
    const { media, sourceStartFrame, volume, muted } = clip;
    if (media.kind !== 'video' || muted || volume === 0 || endFrame <= startFrame || !isHeard(media)) return [];
    return [[media.sha256, startFrame, endFrame, sourceStartFrame, volume, transition?.startFrame ?? endFrame]];
  });
  const tracks = timeline.audio.flatMap(({ id: _id, media, muted, volume, ...track }) => {
    if (muted || volume === 0 || !isHeard(media)) return [];
    return [Object.entries({ ...track, volume, sha256: media.sha256 }).toSorted(([a], [b]) => (a < b ? -1 : 1))];
  });
  if (clips.length + tracks.length === 0) return null;
  // A voice is moved by the joins before it, and a clip fades in over the one before, which may be silent itself.
  const joins = placeClips(timeline.clips).map(({ startFrame }) => startFrame);
  const { fps, loudnessLufs } = timeline;
  return JSON.stringify([fps, loudnessLufs, outputLengthFrames(timeline), joins, clips, tracks]);
}
