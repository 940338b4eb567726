import { greyCells, overThroughMatte, progressAt, progressExpression, type Transition, whole } from './transition.ts';

/** A linear cross-fade. The matte is one cell of grey, so the pictures stay in 4:2:0 and only the alpha plane is made. */
export const fade: Transition = {
  id: 'fade',
  label: 'Fade',
  overlaps: true,
  ffmpeg: (frame, pads) =>
    overThroughMatte(frame, pads, (frames, name) =>
      greyCells(frames, 1, 1, `floor(255*${progressExpression(frame, pads, 'N')}+0.5)`, name),
    ),
  preview: (frame, frameIndex) => [
    whole('from'),
    whole('to', Math.floor(255 * progressAt(frameIndex, frame.frames) + 0.5) / 255),
  ],
};
