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
      const { from, to, out, aloneFrames } = pads;
      const order = backward ? `[${out}leaving][${to}]` : `[${to}][${out}leaving]`;
      const half = (across ? frame.width : frame.height) / 2;
      const moved = `2*${easedPairsExpression(half, progressExpression(frame, pads, 'n'))}`;
      const place = backward ? moved : `${across ? width : height}-${moved}`;
      const crop = `crop=w=${width}:h=${height}:x='${across ? place : '0'}':y='${across ? '0' : place}'`;
      const pushed = `${order}${across ? 'hstack' : 'vstack'},${crop}`;
      if (aloneFrames === 0) return `[${from}]null[${out}leaving];${pushed}[${out}]`;
      return [
        `[${from}]split[${out}first][${out}last]`,
        `[${out}first]trim=end_frame=${String(aloneFrames)}[${out}alone]`,
        `[${out}last]trim=start_frame=${String(aloneFrames)},setpts=N[${out}leaving]`,
        `${pushed}[${out}pushed]`,
        `[${out}alone][${out}pushed]concat=n=2:v=1:a=0,settb=1/(${pads.fps}),setpts=N[${out}]`,
      ].join(';');
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
