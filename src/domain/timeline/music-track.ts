import type { Fps } from '#contract/fps.ts';
import type { AudioTrack, MediaRef } from '#contract/timeline.ts';
import { secondsToFrames } from '../frames.ts';

const FADE_IN_S = 0.3; // enough that a piece cut out of a longer one does not begin with a blow
const FADE_OUT_S = 1.6; // about a bar of common tempos: the film ends, and is not cut off
const DUCK_DB = 10; // under a voice; half as loud to the ear, so that each word is understood and the music stays

/**
 * Music that nobody has set yet, under the whole film: of a first edit, and laid in by hand.
 *
 * What a client writes is not this: it says itself how music fades, and has none where it says nothing.
 */
export function musicTrack({
  id,
  media,
  fps,
}: {
  readonly id: string;
  readonly media: MediaRef;
  readonly fps: Fps;
}): AudioTrack {
  return {
    id,
    kind: 'music',
    media,
    startFrame: 0,
    sourceStartFrame: 0,
    volume: 1,
    muted: false,
    fadeInFrames: secondsToFrames(FADE_IN_S, fps),
    fadeOutFrames: secondsToFrames(FADE_OUT_S, fps),
    duckDb: DUCK_DB,
  };
}
