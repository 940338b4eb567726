import { type Transition, whole } from './transition.ts';

/** No transition: the next picture follows at once. */
export const cut: Transition = {
  id: 'cut',
  label: 'Cut',
  overlaps: false,
  ffmpeg: (_frame, pads) => `[${pads.from}]nullsink;[${pads.to}]null[${pads.out}]`,
  preview: () => [whole('to')],
};
