import { paintGround, withShadow } from './ground.ts';
import { coverBox, drawPhoto } from './place-photo.ts';
import type { Box, PhotoBrief, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

/** Four cells each: x, y, width, height as fractions of the grid's place. */
const layouts: readonly (readonly Box[])[] = [
  [
    { x: 0, y: 0, width: 0.58, height: 0.54 },
    { x: 0.58, y: 0, width: 0.42, height: 0.35 },
    { x: 0, y: 0.54, width: 0.58, height: 0.46 },
    { x: 0.58, y: 0.35, width: 0.42, height: 0.65 },
  ],
  [
    { x: 0, y: 0, width: 0.4, height: 0.42 },
    { x: 0.4, y: 0, width: 0.6, height: 0.6 },
    { x: 0, y: 0.42, width: 0.4, height: 0.58 },
    { x: 0.4, y: 0.6, width: 0.6, height: 0.4 },
  ],
  [
    { x: 0, y: 0, width: 1, height: 0.5 },
    { x: 0, y: 0.5, width: 0.34, height: 0.5 },
    { x: 0.34, y: 0.5, width: 0.33, height: 0.5 },
    { x: 0.67, y: 0.5, width: 0.33, height: 0.5 },
  ],
];

/** Several photos in four unequal cells; a cell without a photo is accent. */
export const grid: Treatment = {
  id: 'grid',
  version: 1,
  compositions: layouts.length,
  textZone: usualTextZone,
  draw(brief, paint) {
    const photos = [brief.photo, ...brief.others];
    const cells = cellsOf(brief);
    paint(0, (context) => paintGround(context, brief));
    // Two layers of cells, so that the camera finds depth between them.
    for (const [depth, parity] of [
      [0.6, 0],
      [1, 1],
    ] as const) {
      paint(depth, (context) => {
        for (const [place, cell] of cells.entries()) {
          if (place % 2 !== parity) continue;
          const photo = photos[place];
          const radius = 30 * brief.u;
          withShadow(
            context,
            brief,
            { blurPx: 40 * brief.u, offsetXPx: 8 * brief.u, offsetYPx: 18 * brief.u, alpha: 0.38 },
            () => {
              context.fillStyle = brief.palette.tone(place === 3 ? 'accent' : 'second', 0.71);
              context.beginPath();
              context.roundRect(cell.x, cell.y, cell.width, cell.height, radius);
              context.fill();
            },
          );
          if (photo === undefined) continue;
          context.save();
          context.beginPath();
          context.roundRect(cell.x, cell.y, cell.width, cell.height, radius);
          context.clip();
          drawPhoto(context, photo, coverBox(photo, cell, { x: 0.5, y: 0.5 }));
          context.restore();
        }
      });
    }
  },
};

function cellsOf({ composition, frame, shape, u }: PhotoBrief): readonly Box[] {
  const gap = 26 * u;
  const area =
    shape === 'landscape'
      ? { x: 0.5 * frame.width, y: 0.1 * frame.height, width: 0.44 * frame.width, height: 0.8 * frame.height }
      : {
          x: 0.07 * frame.width,
          y: 0.38 * frame.height,
          width: 0.86 * frame.width,
          height: (shape === 'square' ? 0.56 : 0.5) * frame.height,
        };
  return (layouts[composition] ?? layouts[0] ?? []).map((cell) => ({
    x: area.x + cell.x * area.width + gap / 2,
    y: area.y + cell.y * area.height + gap / 2,
    width: cell.width * area.width - gap,
    height: cell.height * area.height - gap,
  }));
}
