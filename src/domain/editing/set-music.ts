import type { MediaRef, Timeline } from '#contract/timeline.ts';
import { musicTrack } from '../timeline/music-track.ts';
import { mapItems } from './items.ts';

/**
 * Makes a sound the music of the film: from its beginning to its end. Music that is there gives way, and its level, fades
 * and ducking stay.
 *
 * @param music.id for a track of its own, where there is no music yet
 */
export function setMusic(
  timeline: Timeline,
  { media, id }: { readonly media: MediaRef; readonly id: string },
): Timeline {
  const first = timeline.audio.find(({ kind }) => kind === 'music');
  if (first?.media.sha256 === media.sha256) return timeline;
  if (first === undefined) {
    return { ...timeline, audio: [musicTrack({ id, media, fps: timeline.fps }), ...timeline.audio] };
  }
  return mapItems(timeline, {
    audio: (track) => {
      if (track !== first) return track;
      const { endFrame: _end, ...kept } = track;
      return { ...kept, media, startFrame: 0, sourceStartFrame: 0 };
    },
  });
}
