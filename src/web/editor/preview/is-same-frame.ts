import type { FilmFrame, Shown } from '#effects/frame-at.ts';

/**
 * Whether two frames are surely made of the same, so that what is painted of the one is right for the other: the very objects of
 * the edit, which share all that did not change. Inside a transition it is not said: its length counts too.
 */
export function isSameFrame(one: FilmFrame, other: FilmFrame): boolean {
  if (one.to || other.to || !isSameShown(one.from, other.from)) return false;
  return (
    one.overlays.length === other.overlays.length &&
    one.overlays.every(({ placed, frame }, place) => {
      const there = other.overlays[place];
      return (
        there !== undefined &&
        placed.overlay === there.placed.overlay &&
        frame === there.frame &&
        placed.endFrame - placed.startFrame === there.placed.endFrame - there.placed.startFrame
      );
    })
  );
}

function isSameShown(one: Shown | null, other: Shown | null): boolean {
  if (one === null || other === null) return one === other;
  return one.clip === other.clip && one.sourceFrame === other.sourceFrame;
}
