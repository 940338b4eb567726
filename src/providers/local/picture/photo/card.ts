import type { SKRSContext2D } from '@napi-rs/canvas';
import { paintGround, withShadow } from './ground.ts';
import { coverBox, drawPhoto } from './place-photo.ts';
import type { Box, PhotoBrief, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

const BORDER_PX = 22;

/** The photo as a print with a white border, lying over coloured sheets. */
export const card: Treatment = {
  id: 'card',
  version: 1,
  compositions: 3,
  textZone: usualTextZone,
  draw(brief, paint) {
    const { palette, photo, u, composition } = brief;
    const box = cardPlace(brief);
    const turn = [1.1, -1.6, 0.7][composition] ?? 1.1;
    paint(0, (context) => paintGround(context, brief));
    paint(0.5, (context) => {
      if (composition === 1) turned(context, box, 5.2, () => sheet(context, brief, box, palette.tone('second', 0.66)));
      turned(context, box, composition === 1 ? 2.4 : -3.2, () =>
        sheet(context, brief, box, palette.tone('accent', 0.71)),
      );
    });
    paint(1, (context) => {
      turned(context, box, turn, () => {
        const border = BORDER_PX * u;
        const foot = composition === 2 ? 92 * u : border;
        withShadow(context, brief, { blurPx: 60 * u, offsetXPx: 12 * u, offsetYPx: 34 * u, alpha: 0.5 }, () => {
          context.fillStyle = palette.tone('neutral', 0.985);
          context.fillRect(box.x - border, box.y - border, box.width + 2 * border, box.height + border + foot);
        });
        context.save();
        context.beginPath();
        context.rect(box.x, box.y, box.width, box.height);
        context.clip();
        drawPhoto(context, photo, coverBox(photo, box, { x: 0.5, y: 0.5 }));
        context.restore();
        context.strokeStyle = palette.tone('key', 0.2, 1, 0.12);
        context.lineWidth = 1.5 * u;
        context.strokeRect(box.x, box.y, box.width, box.height);
      });
    });
  },
};

/** The print keeps the photo's shape between 4:5 and 3:2. */
function cardPlace({ frame, photo, shape, composition }: PhotoBrief): Box {
  const ratio = Math.min(1.5, Math.max(0.8, photo.canvas.width / photo.canvas.height));
  const isLandscape = shape === 'landscape';
  const most = isLandscape
    ? { width: frame.width * 0.43, height: frame.height * 0.7 }
    : {
        width: frame.width * (composition === 2 ? 0.72 : 0.78),
        height: frame.height * (shape === 'square' ? 0.48 : 0.5),
      };
  const width = Math.min(most.width, most.height * ratio);
  const height = width / ratio;
  const centre = isLandscape
    ? { x: 0.71, y: composition === 2 ? 0.48 : 0.51 }
    : { x: composition === 1 ? 0.52 : 0.5, y: shape === 'square' ? 0.66 : 0.62 };
  return { x: frame.width * centre.x - width / 2, y: frame.height * centre.y - height / 2, width, height };
}

function sheet(context: SKRSContext2D, brief: PhotoBrief, box: Box, colour: string): void {
  const border = BORDER_PX * brief.u;
  withShadow(
    context,
    brief,
    { blurPx: 34 * brief.u, offsetXPx: 6 * brief.u, offsetYPx: 16 * brief.u, alpha: 0.32 },
    () => {
      context.fillStyle = colour;
      context.fillRect(box.x - border, box.y - border, box.width + 2 * border, box.height + 2 * border);
    },
  );
}

function turned(context: SKRSContext2D, box: Box, degrees: number, draw: () => void): void {
  context.save();
  context.translate(box.x + box.width / 2, box.y + box.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-box.x - box.width / 2, -box.y - box.height / 2);
  draw();
  context.restore();
}
