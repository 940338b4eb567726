import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import type { FrameSize } from '../look.ts';
import { coverBox, drawPhotoMirrored, subjectPlace } from './place-photo.ts';
import type { Box, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

/** Share of the frame a camera may look past its edge when the photo is the only layer; beyond it the photo is mirrored. */
const MARGIN = 0.025;

/** Depth of a photo that is alone: enough for a push to be felt, little enough for a pan to stay inside the margin. */
const ALONE_DEPTH = 0.4;

/** The photo over the whole frame; washed in the film's colours with a scrim under the type, or plain. */
export const fullBleed: Treatment = {
  id: 'full-bleed',
  version: 1,
  compositions: 3,
  textZone: usualTextZone,
  draw({ frame, shape, palette, photo, composition, plain }, paint) {
    const zoom = plain ? 1 : ([1, 1.12, 1][composition] ?? 1);
    const anchor = plain ? { x: 0.5, y: 0.5 } : subjectPlace(shape);
    paint(ALONE_DEPTH, (context) => {
      drawPhotoMirrored(context, photo, coverBox(photo, framed(frame, plain ? 0.012 : MARGIN), anchor, zoom), frame);
      if (plain) return;
      context.save();
      context.globalCompositeOperation = 'soft-light';
      const corner = composition === 1 ? { x: frame.width, y: 0 } : { x: 0, y: 0 };
      const wash = context.createLinearGradient(corner.x, corner.y, frame.width - corner.x, frame.height);
      wash.addColorStop(0, palette.tone('key', 0.5, 1, 0.5));
      wash.addColorStop(0.55, palette.tone('key', 0.55, 1, 0.12));
      wash.addColorStop(1, palette.tone('accent', 0.68, 1, 0.38));
      context.fillStyle = wash;
      fillAll(context, frame);
      context.restore();
      const scrim =
        shape === 'landscape'
          ? context.createLinearGradient(0, 0, frame.width * 0.62, 0)
          : context.createLinearGradient(0, 0, 0, frame.height * 0.52);
      for (let step = 0; step <= 6; step++)
        scrim.addColorStop(step / 6, palette.tone('key', 0.16, 0.7, 0.74 * (1 - step / 6) ** 1.7));
      context.fillStyle = scrim;
      fillAll(context, frame);
      if (composition === 2) {
        const warm = { x: frame.width * 0.95, y: frame.height * 0.3 };
        context.save();
        context.globalCompositeOperation = 'screen';
        paintGlow(
          context,
          warm,
          Math.max(frame.width, frame.height) * 0.55,
          (alpha) => palette.tone('accent', 0.62, 1, alpha),
          0.42,
        );
        context.restore();
      }
    });
  },
};

function framed(frame: FrameSize, margin: number): Box {
  return {
    x: -margin * frame.width,
    y: -margin * frame.height,
    width: frame.width * (1 + 2 * margin),
    height: frame.height * (1 + 2 * margin),
  };
}
