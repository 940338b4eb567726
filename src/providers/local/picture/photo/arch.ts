import type { SKRSContext2D } from '@napi-rs/canvas';
import { paintGround, withShadow } from './ground.ts';
import { coverBox, drawPhoto } from './place-photo.ts';
import type { Box, PhotoBrief, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

/** The photo inside an arch, a disc or a capsule, with a twin of accent behind it. */
export const arch: Treatment = {
  id: 'arch',
  version: 1,
  compositions: 3,
  textZone: usualTextZone,
  draw(brief, paint) {
    const { palette, photo, u } = brief;
    const box = windowPlace(brief);
    paint(0, (context) => paintGround(context, brief));
    paint(0.5, (context) => {
      const twin = { ...box, x: box.x + 46 * u, y: box.y - 40 * u };
      withShadow(context, brief, { blurPx: 30 * u, offsetXPx: 8 * u, offsetYPx: 14 * u, alpha: 0.3 }, () => {
        const fill = context.createLinearGradient(twin.x, twin.y, twin.x + twin.width, twin.y + twin.height);
        fill.addColorStop(0, palette.tone('accent', 0.78));
        fill.addColorStop(1, palette.tone('accent', 0.64));
        context.fillStyle = fill;
        context.beginPath();
        outline(context, brief, twin);
        context.fill();
      });
    });
    paint(1, (context) => {
      withShadow(context, brief, { blurPx: 60 * u, offsetXPx: 14 * u, offsetYPx: 30 * u, alpha: 0.5 }, () => {
        context.fillStyle = palette.tone('key', 0.3);
        context.beginPath();
        outline(context, brief, box);
        context.fill();
      });
      context.save();
      context.beginPath();
      outline(context, brief, box);
      context.clip();
      drawPhoto(context, photo, coverBox(photo, box, { x: 0.5, y: 0.5 }));
      context.restore();
      context.strokeStyle = palette.tone('neutral', 0.99, 1, 0.5);
      context.lineWidth = 2.5 * u;
      context.beginPath();
      outline(context, brief, box);
      context.stroke();
    });
  },
};

function windowPlace({ composition, frame, shape }: PhotoBrief): Box {
  const ratio = [0.84, 1, 0.62][composition] ?? 0.84;
  const most =
    shape === 'landscape'
      ? { width: frame.width * 0.4, height: frame.height * 0.76 }
      : { width: frame.width * 0.74, height: frame.height * (shape === 'square' ? 0.54 : 0.5) };
  const width = Math.min(most.width, most.height * ratio);
  const height = width / ratio;
  const centre = shape === 'landscape' ? { x: 0.7, y: 0.52 } : { x: 0.49, y: shape === 'square' ? 0.66 : 0.63 };
  return { x: frame.width * centre.x - width / 2, y: frame.height * centre.y - height / 2, width, height };
}

function outline(context: SKRSContext2D, { composition, u }: PhotoBrief, box: Box): void {
  const round = Math.min(box.width, box.height) / 2;
  context.roundRect(box.x, box.y, box.width, box.height, composition === 0 ? [round, round, 10 * u, 10 * u] : round);
}
