import {
  eased,
  easedPairsExpression,
  evenShare,
  progressAt,
  progressExpression,
  type Transition,
  whole,
} from './transition.ts';
import type { Direction } from './wipe.ts';

/** The new picture pushes the old one out of the frame. */
export function slide(direction: Direction): Transition {
  const across = direction === 'left' || direction === 'right';
  const backward = direction === 'left' || direction === 'up';
  return {
    id: `slide${direction}`,
    label: `Slide ${direction}`,
    overlaps: true,
    ffmpeg: (frame, pads) => {
      const [width, height] = [String(frame.width), String(frame.height)];
      const order = backward ? `[${pads.from}][${pads.to}]` : `[${pads.to}][${pads.from}]`;
      const half = (across ? frame.width : frame.height) / 2;
      const moved = `2*${easedPairsExpression(half, progressExpression(frame, pads, 'n'))}`;
      const place = backward ? moved : `${across ? width : height}-${moved}`;
      const crop = `crop=w=${width}:h=${height}:x='${across ? place : '0'}':y='${across ? '0' : place}'`;
      return `${order}${across ? 'hstack' : 'vstack'},${crop}[${pads.out}]`;
    },
    preview: (frame, frameIndex) => {
      const length = across ? frame.width : frame.height;
      const moved = evenShare(length, eased(progressAt(frameIndex, frame.frames)));
      const [out, into] = backward ? [-moved, length - moved] : [moved, moved - length];
      const shift = (by: number): { x: number; y: number } => (across ? { x: by, y: 0 } : { x: 0, y: by });
      return [
        { ...whole('from'), translate: shift(out) },
        { ...whole('to'), translate: shift(into) },
      ];
    },
  };
}
