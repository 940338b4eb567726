import type { LaidClip } from './timeline-layout.ts';

/** Where clips that are dragged over the others would come to lie. */
export interface DropPlace {
  /** Before the how manieth of the clips that stay. */
  readonly index: number;
  /** The frame of the film where the mark is drawn, as the clips lie now. */
  readonly markFrame: number;
}

/** The place between the clips that stay, for a hand over a frame of the film: before the first whose middle is after it. */
export function dropPlace(clips: readonly LaidClip[], dragged: readonly string[], frame: number): DropPlace {
  const staying = clips.filter(({ id }) => !dragged.includes(id));
  const found = staying.findIndex(({ startFrame, endFrame }) => (startFrame + endFrame) / 2 > frame);
  if (found >= 0) return { index: found, markFrame: staying[found]?.startFrame ?? 0 };
  return { index: staying.length, markFrame: staying.at(-1)?.endFrame ?? 0 };
}
