/**
 * The frame of the film that a playing clip's picture belongs to. A picture that is late is that of an earlier frame, and all of
 * that frame is painted with it: so texts and transitions never run ahead of the picture.
 *
 * @param frame of the film, by the clock
 * @param sourceFrame of the clip, in that frame
 * @param shows the frames of the source that the picture is right for
 */
export function paintedFrame(
  frame: number,
  sourceFrame: number,
  shows: { readonly first: number; readonly last: number },
): number {
  return frame + Math.min(Math.max(sourceFrame, shows.first), shows.last) - sourceFrame;
}
