import {
  type CanvasOperation,
  eased,
  easedPairsExpression,
  evenShare,
  greyCells,
  overThroughMatte,
  progressAt,
  progressExpression,
  type Transition,
  whole,
} from './transition.ts';

/** Where the edge between the pictures moves to. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** An edge passes over the frame and uncovers the new picture behind it; neither picture moves. */
export function wipe(direction: Direction): Transition {
  const across = direction === 'left' || direction === 'right';
  return {
    id: `wipe${direction}`,
    label: `Wipe ${direction}`,
    overlaps: true,
    ffmpeg: (frame, pads) =>
      overThroughMatte(frame, pads, (frames, name) => {
        const cells = (across ? frame.width : frame.height) / 2;
        const place = across ? 'X' : 'Y';
        const shown = easedPairsExpression(cells, progressExpression(frame, pads, 'N'));
        const uncovered = fromStart(direction) ? `lt(${place},${shown})` : `gte(${place},${String(cells)}-${shown})`;
        return greyCells(frames, across ? cells : 1, across ? 1 : cells, `255*${uncovered}`, name);
      }),
    preview: (frame, frameIndex): readonly CanvasOperation[] => {
      const { width, height } = frame;
      const shown = evenShare(across ? width : height, eased(progressAt(frameIndex, frame.frames)));
      const clip = across
        ? { x: fromStart(direction) ? 0 : width - shown, y: 0, width: shown, height }
        : { x: 0, y: fromStart(direction) ? 0 : height - shown, width, height: shown };
      return [whole('from'), { ...whole('to'), clip }];
    },
  };
}

/** The new picture is uncovered from the left or the top. */
function fromStart(direction: Direction): boolean {
  return direction === 'right' || direction === 'down';
}
