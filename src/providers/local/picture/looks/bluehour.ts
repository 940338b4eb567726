import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { drawBridge, drawNearBokeh, drawRoad } from './bluehour-foreground.ts';
import { drawTowers, windowColours, type TowerRow } from './bluehour-towers.ts';
import { skyTextZone } from '../text-zone.ts';

const BRIDGE = 1;
const ROAD = 2;

/** A city at dusk: over water, behind a bridge, or at the end of a road. */
export const bluehour: Look = {
  id: 'bluehour',
  version: 1,
  compositions: 3,
  textZone: skyTextZone,
  draw(brief, paint) {
    const { composition, frame, palette, shape, u } = brief;
    const sky = { ...palette.nature(262, 75), c: Math.max(0.07, Math.min(0.14, palette.nature(262, 75).c)) };
    const shoreY = frame.height * (shape === 'portrait' ? 0.7 : 0.68);
    paint(0, (context) => {
      drawSky(context, brief, sky, shoreY);
      drawCity(context, brief, sky, shoreY, 'far');
      if (composition !== ROAD) drawWater(context, brief, sky, shoreY, null);
    });
    paint(0.45, (context) => {
      const city = drawCity(context, brief, sky, shoreY, 'near');
      if (composition !== ROAD) drawWater(context, brief, sky, shoreY, city);
    });
    paint(1, (context) => {
      if (composition === BRIDGE) drawBridge(context, brief, sky, shoreY + 62 * u);
      if (composition === ROAD) drawRoad(context, brief, sky, shoreY - 8 * u);
      drawNearBokeh(context, brief, frame.height * (shape === 'landscape' ? 0.87 : 0.85));
    });
  },
};

function drawSky(
  context: SKRSContext2D,
  { frame, palette, random, shape, u }: LookBrief,
  sky: Oklch,
  shoreY: number,
): void {
  const isDark = palette.scheme === 'dark';
  const lift = isDark ? 0 : 0.1;
  const warm = { ...palette.nature(52, 40), c: 0.1 };
  const between = { l: 0.5, c: 0.1, h: 305 };
  const gradient = context.createLinearGradient(0, -BLEED * frame.height, 0, shoreY);
  gradient.addColorStop(0, palette.tone(sky, 0.17 + lift));
  gradient.addColorStop(0.3, palette.tone(sky, 0.25 + lift));
  gradient.addColorStop(0.52, palette.tone(sky, 0.36 + lift));
  gradient.addColorStop(0.7, palette.tone(sky.h > 230 && sky.h < 300 ? between : sky, 0.48 + lift));
  gradient.addColorStop(
    0.87,
    palette.tone(sky.h > 230 && sky.h < 300 ? { ...between, h: 345 } : warm, 0.62 + lift, 0.9),
  );
  gradient.addColorStop(1, palette.tone(warm, 0.76 + lift * 0.8));
  context.fillStyle = gradient;
  fillAll(context, frame);
  const lots = random.fork('sky');
  paintGlow(
    context,
    { x: frame.width * lots.between(0.45, 0.8), y: shoreY },
    Math.max(frame.width, frame.height * 0.6) * 0.7,
    (alpha) => palette.tone(warm, 0.82, 1, alpha),
    0.5,
  );
  for (let star = 0; star < 60; star++) {
    context.fillStyle = palette.tone('neutral', 0.97, 1, lots.between(0.08, 0.42));
    context.beginPath();
    context.arc(
      lots.between(-0.05, 1.05) * frame.width,
      lots.between(-0.05, 0.42) * frame.height,
      lots.between(0.7, 1.9) * u,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  const moon =
    shape === 'landscape'
      ? { x: lots.between(0.72, 0.9), y: lots.between(0.14, 0.22) }
      : { x: lots.between(0.66, 0.86), y: shape === 'portrait' ? 0.365 : 0.34 };
  const at = { x: moon.x * frame.width, y: moon.y * frame.height };
  const radius = 34 * u;
  paintGlow(context, at, radius * 6, (alpha) => palette.tone('neutral', 0.95, 1, alpha), 0.34);
  context.fillStyle = palette.tone({ l: 0.95, c: 0.03, h: 85 }, 0.965);
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, Math.PI * 2);
  context.fill();
}

/** Draws the towers of one distance and returns a picture of them, for the water to mirror. */
function drawCity(
  context: SKRSContext2D,
  brief: LookBrief,
  sky: Oklch,
  shoreY: number,
  distance: 'far' | 'near',
): Canvas {
  const { composition, frame, palette, random, shape, shot, u } = brief;
  const near = shot === 'close' ? 1.3 : 1;
  const lots = random.fork(`city ${distance}`);
  const width = Math.ceil(frame.width * (1 + 2 * BLEED));
  const top = frame.height * (shape === 'landscape' ? 0.1 : 0.34);
  const own = createCanvas(width, Math.ceil(shoreY - top));
  const city = own.getContext('2d');
  city.translate(BLEED * frame.width, -top);
  const peak = lots.between(0.55, 0.8);
  // The skyline rises away from the type: a hump to the right in landscape, about the middle else.
  const heightAt = (across: number): number =>
    0.3 + 0.75 * Math.exp(-(((across - (shape === 'landscape' ? peak + 0.08 : peak - 0.12)) / 0.27) ** 2));
  const tall = (shoreY - top) * (composition === 0 ? 0.98 : composition === BRIDGE ? 0.74 : 0.86);
  const hazy = { l: 0.6, c: sky.c * 0.8, h: sky.h > 230 && sky.h < 300 ? 300 : sky.h };
  const shared = { left: -BLEED * frame.width, right: frame.width * (1 + BLEED), baseY: shoreY, heightAt };
  const rows: readonly TowerRow[] =
    distance === 'far'
      ? [
          {
            ...shared,
            lowest: tall * 0.24,
            highest: tall,
            widthPx: [34 * u * near, 74 * u * near],
            top: palette.tone(hazy, 0.47, 0.8),
            foot: palette.tone(hazy, 0.64, 0.7),
            edge: palette.tone(hazy, 0.7, 1, 0.4),
            lit: 0.1,
            windowPx: 3 * u,
          },
          {
            ...shared,
            lowest: tall * 0.18,
            highest: tall * 0.84,
            widthPx: [46 * u * near, 96 * u * near],
            top: palette.tone(hazy, 0.36, 0.9),
            foot: palette.tone(hazy, 0.5, 0.8),
            edge: palette.tone(hazy, 0.62, 1, 0.5),
            lit: 0.26,
            windowPx: 3.4 * u * near,
          },
        ]
      : [
          {
            ...shared,
            lowest: tall * 0.13,
            highest: tall * 0.6,
            widthPx: [62 * u * near, 122 * u * near],
            top: palette.tone(sky, 0.27),
            foot: palette.tone(sky, 0.34),
            edge: palette.tone(hazy, 0.6, 1, 0.55),
            lit: 0.34,
            windowPx: 4.2 * u * near,
          },
          {
            ...shared,
            lowest: tall * 0.07,
            highest: tall * 0.34,
            widthPx: [78 * u * near, 156 * u * near],
            top: palette.tone(sky, 0.17),
            foot: palette.tone(sky, 0.21),
            edge: palette.tone(hazy, 0.5, 1, 0.5),
            lit: 0.36,
            windowPx: 5 * u * near,
          },
        ];
  const colours = windowColours(palette);
  for (const row of rows) drawTowers(city, row, colours, lots, u);
  context.drawImage(own, -BLEED * frame.width, top);
  bloom(context, own, -BLEED * frame.width, top, u, distance === 'far' ? 0.12 : 0.62);
  return own;
}

/** The lights added to themselves, blurred, as they bleed on film. */
function bloom(context: SKRSContext2D, city: Canvas, x: number, y: number, u: number, strength: number): void {
  const reduce = 3;
  const small = createCanvas(Math.ceil(city.width / reduce), Math.ceil(city.height / reduce));
  const lens = small.getContext('2d');
  lens.filter = `blur(${(13 * u) / reduce}px)`;
  lens.drawImage(city, 0, 0, small.width, small.height);
  context.save();
  context.globalCompositeOperation = 'lighter';
  context.globalAlpha = strength;
  context.drawImage(small, x, y, city.width, city.height);
  context.restore();
}

/** Still water: the city upside down in shivering strips, under a veil of the sky. */
function drawWater(
  context: SKRSContext2D,
  { frame, palette, random, u }: LookBrief,
  sky: Oklch,
  shoreY: number,
  city: Canvas | null,
): void {
  const bottom = frame.height * (1 + BLEED) + 4;
  const left = -BLEED * frame.width;
  if (city === null) {
    const water = context.createLinearGradient(0, shoreY, 0, bottom);
    const warm = { ...palette.nature(52, 40), c: 0.08 };
    water.addColorStop(0, palette.tone(warm, palette.scheme === 'dark' ? 0.5 : 0.6));
    water.addColorStop(0.2, palette.tone(sky, 0.38));
    water.addColorStop(1, palette.tone(sky, 0.2));
    context.fillStyle = water;
    context.fillRect(left, shoreY, frame.width * (1 + 2 * BLEED), bottom - shoreY);
    return;
  }
  const lots = random.fork('ripples');
  const strip = 5 * u;
  for (let y = 0; shoreY + y < bottom && y < city.height; y += strip) {
    const depth = y / (bottom - shoreY);
    const sway =
      (Math.sin(y / (7 * u)) + Math.sin(y / (19 * u) + 1.3)) * (1.5 + 11 * depth) * u + lots.between(-2, 2) * u;
    context.globalAlpha = 0.85 * (1 - depth * 0.7);
    context.drawImage(
      city,
      0,
      Math.max(0, city.height - y - strip),
      city.width,
      strip,
      left + sway,
      shoreY + y,
      city.width,
      strip + 0.6,
    );
  }
  context.globalAlpha = 1;
  const veil = context.createLinearGradient(0, shoreY, 0, bottom);
  veil.addColorStop(0, palette.tone(sky, 0.24, 1, 0.04));
  veil.addColorStop(1, palette.tone(sky, 0.15, 1, 0.55));
  context.fillStyle = veil;
  context.fillRect(left, shoreY, frame.width * (1 + 2 * BLEED), bottom - shoreY);
  for (let glint = 0; glint < 90; glint++) {
    const y = shoreY + (bottom - shoreY) * lots.next() ** 1.4;
    const length = lots.between(12, 90) * u * (0.4 + (y - shoreY) / (bottom - shoreY));
    context.fillStyle = palette.tone(windowHue(palette.nature(58, 26)), 0.85, 1, lots.between(0.03, 0.16));
    context.fillRect(lots.between(-0.05, 1.05) * frame.width, y, length, 2 * u);
  }
  context.fillStyle = palette.tone(sky, 0.13, 0.8, 0.9);
  context.fillRect(left, shoreY - 3 * u, frame.width * (1 + 2 * BLEED), 6 * u);
}

function windowHue(colour: Oklch): Oklch {
  return { ...colour, c: 0.1 };
}
