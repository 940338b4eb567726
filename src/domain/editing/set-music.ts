import type { AudioTrack, MediaRef, Timeline } from '#contract/timeline.ts';
import { mapItems } from './items.ts';

/** How music begins that nobody has set yet: it makes room for voices, and does not end as if cut off. */
const DUCK_DB = 10;
const FADE_OUT_S = 1;

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
  const { num, den } = timeline.fps;
  if (first === undefined) {
    const track: AudioTrack = {
      id,
      kind: 'music',
      media,
      startFrame: 0,
      sourceStartFrame: 0,
      volume: 1,
      muted: false,
      fadeInFrames: 0,
      fadeOutFrames: Math.round((FADE_OUT_S * num) / den),
      duckDb: DUCK_DB,
    };
    return { ...timeline, audio: [track, ...timeline.audio] };
  }
  return mapItems(timeline, {
    audio: (track) => {
      if (track !== first) return track;
      const { endFrame: _end, ...kept } = track;
      return { ...kept, media, startFrame: 0, sourceStartFrame: 0 };
    },
  });
}
