import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import { catchLight, lit, roundGradient, turnedPath, type Material } from '../solids.ts';

import { streak, wrappedLabel, type Product } from './plinth-product.ts';

/** A bottle with a dropper or a pump. */
export const bottle: Product = {
  height: 452,
  footRadius: 92,
  draw(context, dress) {
    const { palette, body, cap } = dress;
    const flat = 0.14;
    const shoulder = -292;
    const glass = turnedPath(
      0,
      [
        { radius: 38, y: shoulder - 26 },
        { radius: 38, y: shoulder - 8 },
        { radius: 92, y: shoulder, round: 46 },
        { radius: 92, y: -14 },
        { radius: 86, y: 0 },
      ],
      flat,
    );
    const glassOf: Material = {
      ...body,
      l: Math.min(0.82, body.l + 0.09),
      chroma: (body.chroma ?? 1) * 0.82,
      gloss: 0.7,
    };
    context.fillStyle = roundGradient(context, palette, glassOf, 0, 92);
    context.fill(glass);
    context.save();
    context.clip(glass);
    const liquidTop = shoulder + 62;
    const liquid = turnedPath(
      0,
      [
        { radius: 84, y: liquidTop },
        { radius: 84, y: -16 },
      ],
      flat,
    );
    context.fillStyle = roundGradient(context, palette, { ...body, gloss: 0.5 }, 0, 84);
    context.fill(liquid);
    context.fillStyle = lit(palette, body, 0.08, 0.9);
    context.beginPath();
    context.ellipse(0, liquidTop, 84, 84 * flat, 0, 0, Math.PI * 2);
    context.fill();
    const sink = context.createLinearGradient(0, shoulder, 0, 8);
    sink.addColorStop(0, lit(palette, body, 0.2, 0.35));
    sink.addColorStop(0.3, lit(palette, body, 0.1, 0));
    sink.addColorStop(0.86, lit(palette, body, -0.2, 0.12));
    sink.addColorStop(1, lit(palette, body, -0.26, 0.5));
    context.fillStyle = sink;
    context.fillRect(-100, shoulder - 40, 200, 320);
    context.restore();
    wrappedLabel(context, dress, 92, -196, -84, flat);
    streak(context, -70, shoulder + 34, 13, 236, 0.62);
    streak(context, 72, shoulder + 60, 6, 190, 0.3);
    catchLight(context, glass, {
      colour: (alpha) => `rgba(255,255,255,${alpha})`,
      widthPx: 2.2,
      from: [-92, shoulder],
      to: [92, 0],
      strength: 0.7,
    });
    if (dress.make === 0) dropper(context, palette, cap, shoulder - 22);
    else pump(context, palette, cap, shoulder - 22);
  },
};

function dropper(context: SKRSContext2D, palette: Palette, cap: Material, neckY: number): void {
  const rubber: Material = { ...cap, l: cap.l - 0.03, gloss: 0.25 };
  const bulb = turnedPath(
    0,
    [
      { radius: 12, y: neckY - 134 },
      { radius: 25, y: neckY - 128, round: 20 },
      { radius: 31, y: neckY - 84, round: 30 },
      { radius: 33, y: neckY - 44 },
    ],
    0.3,
  );
  context.fillStyle = roundGradient(context, palette, rubber, 0, 33);
  context.fill(bulb);
  streak(context, -17, neckY - 118, 7, 62, 0.34);
  const collar = turnedPath(
    0,
    [
      { radius: 48, y: neckY - 52 },
      { radius: 48, y: neckY + 8 },
    ],
    0.15,
  );
  context.fillStyle = roundGradient(context, palette, { ...cap, gloss: 0.7 }, 0, 48);
  context.fill(collar);
  context.fillStyle = lit(palette, cap, 0.14);
  context.beginPath();
  context.ellipse(0, neckY - 52, 48, 48 * 0.15, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = lit(palette, cap, 0.02);
  context.beginPath();
  context.ellipse(0, neckY - 52, 34, 34 * 0.15, 0, 0, Math.PI * 2);
  context.fill();
  for (let rib = -4; rib <= 4; rib++) {
    context.fillStyle = lit(palette, cap, -0.12, 0.35);
    context.fillRect(48 * Math.sin(rib * 0.32) - 1, neckY - 40, 2, 46);
  }
  streak(context, -36, neckY - 46, 7, 48, 0.45);
}

function pump(context: SKRSContext2D, palette: Palette, cap: Material, neckY: number): void {
  const parts: readonly (readonly [number, number, number])[] = [
    [50, -34, 10],
    [16, -84, -30],
    [34, -112, -78],
  ];
  for (const [radius, top, bottom] of parts) {
    context.fillStyle = roundGradient(context, palette, { ...cap, gloss: 0.6 }, 0, radius);
    context.fill(
      turnedPath(
        0,
        [
          { radius, y: neckY + top },
          { radius, y: neckY + bottom },
        ],
        0.15,
      ),
    );
    context.fillStyle = lit(palette, cap, 0.13);
    context.beginPath();
    context.ellipse(0, neckY + top, radius, radius * 0.15, 0, 0, Math.PI * 2);
    context.fill();
  }
  const spout = new Path2D();
  spout.moveTo(-24, neckY - 116);
  spout.lineTo(-84, neckY - 108);
  spout.quadraticCurveTo(-98, neckY - 104, -97, neckY - 86);
  spout.lineTo(-84, neckY - 86);
  spout.quadraticCurveTo(-84, neckY - 92, -76, neckY - 93);
  spout.lineTo(-24, neckY - 94);
  spout.closePath();
  const shade = context.createLinearGradient(0, neckY - 116, 0, neckY - 88);
  shade.addColorStop(0, lit(palette, cap, 0.16));
  shade.addColorStop(0.4, lit(palette, cap, 0.02));
  shade.addColorStop(1, lit(palette, cap, -0.12));
  context.fillStyle = shade;
  context.fill(spout);
}
