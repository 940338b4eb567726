import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { BLEED } from '../look.ts';
import { hueDistance } from '../oklch.ts';
import type { Palette } from '../palette.ts';
import { fillAll } from '../fill-all.ts';
import { coverBox, drawPhoto, subjectPlace } from './place-photo.ts';
import type { Treatment } from './treatment.ts';
import { usualTextZone } from '../text-zone.ts';

/** Longest side the tones are computed at: a duotone is scaled up anyway, and this bounds its time. */
const TONED_PX = 1400;

/** The photo in three tones of the film's colours, which hides best that it was small. */
export const duotone: Treatment = {
  id: 'duotone',
  version: 1,
  compositions: 2,
  textZone: usualTextZone,
  draw({ frame, shape, palette, photo, composition }, paint) {
    paint(0.4, (context) => {
      const toned = { canvas: toneMapped(photo.canvas, palette), focus: photo.focus };
      const area = {
        x: -BLEED * frame.width,
        y: -BLEED * frame.height,
        width: frame.width * (1 + 2 * BLEED),
        height: frame.height * (1 + 2 * BLEED),
      };
      drawPhoto(context, toned, coverBox(toned, area, subjectPlace(shape), composition === 0 ? 1 : 1.14));
      const shade =
        shape === 'landscape'
          ? context.createLinearGradient(0, 0, frame.width * 0.6, 0)
          : context.createLinearGradient(0, 0, 0, frame.height * 0.5);
      for (let step = 0; step <= 6; step++)
        shade.addColorStop(step / 6, palette.tone('key', 0.2, 1, 0.86 * (1 - step / 6) ** 1.5));
      context.fillStyle = shade;
      fillAll(context, frame);
    });
  },
};

function toneMapped(photo: Canvas, palette: Palette): Canvas {
  const scale = Math.min(1, TONED_PX / Math.max(photo.width, photo.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(photo.width * scale)),
    Math.max(1, Math.round(photo.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  const ramp = toneRamp(palette);
  const counts = new Uint32Array(256);
  const light = (place: number): number =>
    Math.round(0.3 * (data[place] ?? 0) + 0.59 * (data[place + 1] ?? 0) + 0.11 * (data[place + 2] ?? 0));
  for (let place = 0; place < data.length; place += 4) {
    const level = light(place);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const low = percentile(counts, 0.02);
  const high = Math.max(low + 1, percentile(counts, 0.98));
  for (let place = 0; place < data.length; place += 4) {
    const level = Math.min(1, Math.max(0, (light(place) - low) / (high - low)));
    const curved = 0.5 * level + 0.5 * level * level * (3 - 2 * level);
    const tone = Math.round(curved * 255) * 4;
    data[place] = ramp[tone] ?? 0;
    data[place + 1] = ramp[tone + 1] ?? 0;
    data[place + 2] = ramp[tone + 2] ?? 0;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Opposite hues in one photo look like a fault of the printer: past this many degrees the lights are neutral. */
const FAR_HUE = 75;

/** 256 tones from the key's shade through the key to a pale accent. */
function toneRamp(palette: Palette): Uint8ClampedArray {
  const strip = createCanvas(256, 1);
  const context = strip.getContext('2d');
  const gradient = context.createLinearGradient(0, 0, 256, 0);
  gradient.addColorStop(0, palette.tone('key', 0.2));
  gradient.addColorStop(0.5, palette.tone('key', 0.5));
  const far = Math.abs(hueDistance(palette.key.h, palette.accent.h)) > FAR_HUE;
  gradient.addColorStop(1, palette.tone(far ? 'neutral' : 'accent', 0.93));
  context.fillStyle = gradient;
  context.fillRect(0, 0, 256, 1);
  return context.getImageData(0, 0, 256, 1).data;
}

function percentile(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let level = 0; level < counts.length; level++) {
    seen += counts[level] ?? 0;
    if (seen >= total * share) return level;
  }
  return 255;
}
