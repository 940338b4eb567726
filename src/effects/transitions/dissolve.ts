import { NOISE_TILE_SIZE, noiseExpression, noiseTile } from './noise-tile.ts';
import {
  greyCells,
  overThroughMatte,
  progressAt,
  progressExpression,
  type Transition,
  type TransitionFrame,
  whole,
} from './transition.ts';

const CELL_PX = 2; // one colour sample of 4:2:0, so a cell is wholly old or wholly new

/** The new picture comes grain by grain, in an order that the seed fixes. */
export const dissolve: Transition = {
  id: 'dissolve',
  label: 'Dissolve',
  overlaps: true,
  ffmpeg: (frame, pads) =>
    overThroughMatte(frame, pads, (frames, name) => {
      const [columns, rows] = [Math.ceil(frame.width / CELL_PX), Math.ceil(frame.height / CELL_PX)];
      const level = `floor(255*${progressExpression(frame, pads, 'N')}+0.5)`;
      return [
        greyCells(frames, 1, 1, level, `${name}level`),
        `[${name}level]scale=${String(columns)}:${String(rows)}:flags=neighbor,format=gray[${name}levels]`,
        `color=black:s=${String(columns)}x${String(rows)}:r=${pads.fps},format=gray,trim=end_frame=1[${name}empty]`,
        greyCells(`${name}empty`, columns, rows, noiseExpression(frame.seed), `${name}noise`),
        // hardmix is 255 where the two add up to 255, else 0: a threshold. The one frame of noise is repeated for free.
        `[${name}levels][${name}noise]blend=all_mode=hardmix[${name}]`,
      ].join(';');
    }),
  preview: (frame, frameIndex) => [
    whole('from'),
    {
      ...whole('to'),
      matte: { tile: tileOf(frame), tileSize: NOISE_TILE_SIZE, cellPx: CELL_PX, level: levelAt(frame, frameIndex) },
    },
  ],
};

function levelAt(frame: TransitionFrame, frameIndex: number): number {
  return Math.floor(255 * progressAt(frameIndex, frame.frames) + 0.5);
}

let lastTile: { seed: number; tile: Uint8Array } | null = null; // a preview asks for the same one 30 times a second

function tileOf({ seed }: TransitionFrame): Uint8Array {
  if (lastTile?.seed !== seed) lastTile = { seed, tile: noiseTile(seed) };
  return lastTile.tile;
}
