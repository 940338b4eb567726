import type { Fps } from '#contract/fps.ts';
import type { OverlayAnimation, Timeline, TimelineClip } from '#contract/timeline.ts';

/** The same edit at another rate: every moment falls on the frame nearest to where it was, so that what touched still touches; nothing becomes shorter than a frame. */
export function retime(timeline: Timeline, fps: Fps): Timeline {
  if (fps.num * timeline.fps.den === timeline.fps.num * fps.den) return timeline;
  const at = (frame: number): number => retimedFrame(frame, timeline.fps, fps);
  const moved = <Part extends { readonly startFrame: number; readonly endFrame: number }>(part: Part): Part => {
    const startFrame = at(part.startFrame);
    return { ...part, startFrame, endFrame: Math.max(at(part.endFrame), startFrame + 1) };
  };
  let pushed = 0; // by clips that would have lost their only frame
  const movedClip = (clip: TimelineClip): TimelineClip => {
    const startFrame = at(clip.startFrame) + pushed;
    const endFrame = Math.max(at(clip.endFrame) + pushed, startFrame + 1);
    pushed = endFrame - at(clip.endFrame);
    return { ...clip, startFrame, endFrame };
  };
  const animated = <Part extends { readonly animation?: OverlayAnimation | undefined }>(part: Part): Part =>
    part.animation === undefined
      ? part
      : {
          ...part,
          animation: {
            ...part.animation,
            inFrames: at(part.animation.inFrames),
            outFrames: at(part.animation.outFrames),
            staggerFrames: at(part.animation.staggerFrames),
          },
        };
  return {
    ...timeline,
    fps,
    clips: timeline.clips.map((clip) => ({
      ...movedClip(clip),
      sourceStartFrame: at(clip.sourceStartFrame),
      transition: clip.transition && { ...clip.transition, durationFrames: at(clip.transition.durationFrames) },
    })),
    texts: timeline.texts.map((text) => animated(moved(text))),
    images: timeline.images.map((image) => animated(moved(image))),
    audio: timeline.audio.map((track) => ({
      ...track,
      startFrame: at(track.startFrame),
      ...(track.endFrame === undefined ? {} : { endFrame: Math.max(at(track.endFrame), at(track.startFrame) + 1) }),
      sourceStartFrame: at(track.sourceStartFrame),
      fadeInFrames: at(track.fadeInFrames),
      fadeOutFrames: at(track.fadeOutFrames),
    })),
    ...(timeline.markers && { markers: timeline.markers.map((marker) => ({ ...marker, frame: at(marker.frame) })) }),
  };
}

/** The frame of one rate nearest to a frame of another, halves up, from exact fractions. */
export function retimedFrame(frame: number, from: Fps, to: Fps): number {
  const [over, under] = [frame * from.den * to.num, from.num * to.den];
  return Math.floor((2 * over + under) / (2 * under));
}
