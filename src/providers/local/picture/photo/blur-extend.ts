import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { BLEED } from '../look.ts';
import { withShadow } from './ground.ts';
import { coverBox, drawPhoto } from './place-photo.ts';
import type { Box, PhotoBrief, Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

const FEATHER = 0.16;

/** The photo sharp and whole over a soft, darkened copy of itself that fills the frame. */
export const blurExtend: Treatment = {
  id: 'blur-extend',
  version: 1,
  compositions: 2,
  textZone(shape) {
    return shape === 'landscape' ? { x: 0.06, y: 0.28, width: 0.36, height: 0.44 } : usualTextZone(shape);
  },
  draw(brief, paint) {
    paint(0, (context) => drawBlurred(context, brief));
    const { shape, u, palette, photo } = brief;
    const box = sharpPlace(brief);
    if (brief.composition === 0 && shape !== 'landscape') {
      paint(0.7, (context) => drawFeathered(context, brief, box));
      return;
    }
    paint(0.8, (context) => {
      const radius = 26 * u;
      withShadow(context, brief, { blurPx: 70 * u, offsetXPx: 14 * u, offsetYPx: 34 * u, alpha: 0.6 }, () => {
        context.fillStyle = palette.tone('key', 0.3);
        context.beginPath();
        context.roundRect(box.x, box.y, box.width, box.height, radius);
        context.fill();
      });
      context.save();
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, radius);
      context.clip();
      drawPhoto(context, photo, coverBox(photo, box, { x: 0.5, y: 0.5 }));
      context.restore();
      context.strokeStyle = palette.tone('neutral', 0.99, 1, 0.35);
      context.lineWidth = 2 * u;
      context.beginPath();
      context.roundRect(box.x + u, box.y + u, box.width - 2 * u, box.height - 2 * u, radius);
      context.stroke();
    });
  },
};

function drawBlurred(context: SKRSContext2D, { frame, palette, photo, plain }: PhotoBrief): void {
  const reduce = 12;
  const area = {
    x: -BLEED * frame.width * 1.6,
    y: -BLEED * frame.height * 1.6,
    width: frame.width * (1 + 3.2 * BLEED),
    height: frame.height * (1 + 3.2 * BLEED),
  };
  const small = createCanvas(Math.ceil(area.width / reduce), Math.ceil(area.height / reduce));
  const blurred = small.getContext('2d');
  blurred.filter = `blur(${(84 * Math.min(frame.width, frame.height)) / 1080 / reduce}px) saturate(1.25)`;
  const place = coverBox(photo, area, { x: 0.5, y: 0.5 });
  blurred.scale(1 / reduce, 1 / reduce);
  blurred.translate(-area.x, -area.y);
  blurred.imageSmoothingQuality = 'high';
  drawPhoto(blurred, photo, place);
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, area.x, area.y, area.width, area.height);
  context.fillStyle = palette.tone('key', 0.14, 0.8, plain ? 0.3 : 0.42);
  fillAll(context, frame);
}

/** The largest place that shows the whole photo on the side where there is no type. */
function sharpPlace({ composition, frame, photo, shape }: PhotoBrief): Box {
  const ratio = photo.canvas.width / photo.canvas.height;
  if (shape === 'landscape') {
    // With its right edge at 92 % a card stays inside the frame through the widest pan.
    const most = {
      width: frame.width * (composition === 0 ? 0.46 : 0.44),
      height: frame.height * (composition === 0 ? 0.84 : 0.78),
    };
    const width = Math.min(most.width, most.height * ratio);
    const height = width / ratio;
    const centreX = composition === 0 ? 0.69 : 0.7;
    return { x: frame.width * centreX - width / 2, y: (frame.height - height) / 2, width, height };
  }
  const isCard = composition === 1;
  // A feathered photo reaches past the frame's sides so that a pan shows no edge.
  const most = { width: frame.width * (isCard ? 0.84 : 1 + 2 * BLEED), height: frame.height * (isCard ? 0.52 : 0.66) };
  const width = isCard ? Math.min(most.width, most.height * ratio) : most.width;
  const height = isCard ? width / ratio : Math.min(most.height, width / ratio);
  return { x: (frame.width - width) / 2, y: frame.height * 0.62 - height / 2, width, height };
}

function drawFeathered(context: SKRSContext2D, { photo }: PhotoBrief, box: Box): void {
  const { a: density } = context.getTransform();
  const layer = createCanvas(Math.ceil(box.width * density), Math.ceil(box.height * density));
  const own = layer.getContext('2d');
  own.scale(density, density);
  drawPhoto(own, photo, coverBox(photo, { x: 0, y: 0, width: box.width, height: box.height }, { x: 0.5, y: 0.5 }));
  const feather = own.createLinearGradient(0, 0, 0, box.height);
  for (let step = 0; step <= 6; step++) {
    const share = step / 6;
    const alpha = share * share * (3 - 2 * share);
    feather.addColorStop(share * FEATHER, `rgba(0,0,0,${alpha})`);
    feather.addColorStop(1 - share * FEATHER, `rgba(0,0,0,${alpha})`);
  }
  own.globalCompositeOperation = 'destination-in';
  own.fillStyle = feather;
  own.fillRect(0, 0, box.width, box.height);
  context.drawImage(layer, box.x, box.y, layer.width / density, layer.height / density);
}
