import type { SKRSContext2D } from '@napi-rs/canvas';
import { BLEED } from '../look.ts';
import { paintGround, withShadow } from './ground.ts';
import { coverBox, drawPhoto } from './place-photo.ts';
import type { Box, PhotoBrief, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

const GROUND_SHARE = 0.42;

/** The photo over 58 % of the frame beside a quiet ground, with a rule of accent between them. */
export const split: Treatment = {
  id: 'split',
  version: 1,
  compositions: 3,
  textZone(shape) {
    return shape === 'landscape' ? { x: 0.06, y: 0.28, width: 0.34, height: 0.44 } : usualTextZone(shape);
  },
  draw(brief, paint) {
    const { palette, photo, shape, u } = brief;
    paint(0, (context) => paintGround(context, brief));
    const box = photoSide(brief);
    paint(0.62, (context) => {
      const rule = 12 * u;
      withShadow(context, brief, { blurPx: 50 * u, offsetXPx: 0, offsetYPx: 0, alpha: 0.4 }, () => {
        context.fillStyle = palette.tone('accent', 0.71);
        context.beginPath();
        outline(context, brief, shape === 'landscape' ? { ...box, x: box.x - rule } : { ...box, y: box.y - rule });
        context.fill();
      });
      context.save();
      context.beginPath();
      outline(context, brief, box);
      context.clip();
      drawPhoto(
        context,
        photo,
        coverBox(photo, box, shape === 'landscape' ? { x: 0.44, y: 0.5 } : { x: 0.5, y: 0.46 }),
      );
      context.restore();
    });
  },
};

/** The photo's side, out to the end of the bleed. */
function photoSide({ frame, shape }: PhotoBrief): Box {
  const bleedX = BLEED * frame.width;
  const bleedY = BLEED * frame.height;
  if (shape === 'landscape') {
    const x = frame.width * GROUND_SHARE;
    return { x, y: -bleedY, width: frame.width + bleedX - x, height: frame.height + 2 * bleedY };
  }
  const y = frame.height * GROUND_SHARE;
  return { x: -bleedX, y, width: frame.width + 2 * bleedX, height: frame.height + bleedY - y };
}

/** Straight, a large rounded corner, or a slant, by composition. */
function outline(context: SKRSContext2D, { composition, shape, u }: PhotoBrief, box: Box): void {
  const { x, y, width, height } = box;
  if (composition === 1) {
    const radius = 260 * u;
    const inset = shape === 'landscape' ? 0 : width * 0.07;
    context.roundRect(x + inset, y, width, height * 1.2, [radius, 0, 0, 0]);
    return;
  }
  const slant = composition === 2 ? (shape === 'landscape' ? width * 0.16 : height * 0.11) : 0;
  if (shape === 'landscape') {
    context.moveTo(x + slant, y);
    context.lineTo(x + width, y);
    context.lineTo(x + width, y + height);
    context.lineTo(x, y + height);
  } else {
    context.moveTo(x, y + slant);
    context.lineTo(x + width, y);
    context.lineTo(x + width, y + height);
    context.lineTo(x, y + height);
  }
  context.closePath();
}
