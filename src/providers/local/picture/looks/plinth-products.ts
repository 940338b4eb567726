import { Path2D } from '@napi-rs/canvas';
import { softEllipse } from '../soft.ts';
import { ball, lit, roundGradient, turnedPath, type Material } from '../solids.ts';

import { bottle } from './plinth-bottle.ts';
import { drawMark, streak, wrappedLabel, type Product } from './plinth-product.ts';

const jar: Product = {
  height: 268,
  footRadius: 150,
  draw(context, dress) {
    const { palette, body, cap } = dress;
    const flat = 0.17;
    const glass = turnedPath(
      0,
      [
        { radius: 136, y: -176 },
        { radius: 150, y: -168, round: 26 },
        { radius: 150, y: -18 },
        { radius: 140, y: 0 },
      ],
      flat,
    );
    context.fillStyle = roundGradient(context, palette, { ...body, gloss: 0.8 }, 0, 150);
    context.fill(glass);
    context.save();
    context.clip(glass);
    const heavy = context.createLinearGradient(0, -50, 0, 30);
    heavy.addColorStop(0, lit(palette, body, -0.2, 0));
    heavy.addColorStop(0.45, lit(palette, body, -0.2, 0.35));
    heavy.addColorStop(1, lit(palette, body, 0.12, 0.5));
    context.fillStyle = heavy;
    context.fillRect(-160, -60, 320, 110);
    context.restore();
    wrappedLabel(context, dress, 150, -134, -48, flat);
    streak(context, -122, -150, 15, 128, 0.6);
    streak(context, 120, -138, 8, 100, 0.28);
    const lid = turnedPath(
      0,
      [
        { radius: 156, y: -252 },
        { radius: 156, y: -176 },
      ],
      flat,
    );
    context.fillStyle = roundGradient(context, palette, { ...cap, gloss: 0.6 }, 0, 156);
    context.fill(lid);
    const fall = context.createLinearGradient(0, -250, 0, -150);
    fall.addColorStop(0, lit(palette, cap, 0.1, 0.25));
    fall.addColorStop(1, lit(palette, cap, -0.16, 0.5));
    context.fillStyle = fall;
    context.fill(lid);
    const top = context.createLinearGradient(-156, -270, 130, -226);
    top.addColorStop(0, lit(palette, cap, 0.2));
    top.addColorStop(1, lit(palette, cap, 0.05));
    context.fillStyle = top;
    context.beginPath();
    context.ellipse(0, -252, 156, 156 * flat, 0, 0, Math.PI * 2);
    context.fill();
    context.strokeStyle = lit(palette, cap, 0.3, 0.8);
    context.lineWidth = 2.4;
    context.beginPath();
    context.ellipse(0, -252, 155, 155 * flat, 0, 0.1 * Math.PI, 0.95 * Math.PI);
    context.stroke();
    streak(context, -128, -226, 13, 50, 0.4);
  },
};

const cup: Product = {
  height: 300,
  footRadius: 112,
  draw(context, dress) {
    const { palette } = dress;
    const clay: Material = { ...dress.label, l: 0.93, gloss: 0.5 };
    const flat = 0.2;
    const side = dress.cut % 2 === 0 ? 1 : -1;
    context.save();
    context.scale(side, 1);
    context.lineCap = 'round';
    const handle = new Path2D();
    handle.moveTo(132, -222);
    handle.bezierCurveTo(236, -238, 232, -76, 116, -78);
    const shadeOf: readonly (readonly [number, number, number])[] = [
      [36, -0.2, 0],
      [30, -0.06, -2],
      [12, 0.05, -6],
    ];
    for (const [width, by, shift] of shadeOf) {
      context.save();
      context.translate(side > 0 ? shift * 0.4 : -shift * 0.4, shift * 0.7);
      context.strokeStyle = lit(palette, clay, by);
      context.lineWidth = width;
      context.stroke(handle);
      context.restore();
    }
    context.restore();
    const body = turnedPath(
      0,
      [
        { radius: 142, y: -272 },
        { radius: 138, y: -90 },
        { radius: 130, y: -24, round: 44 },
        { radius: 104, y: 0 },
      ],
      flat,
    );
    context.fillStyle = roundGradient(context, palette, clay, 0, 142);
    context.fill(body);
    const fall = context.createLinearGradient(0, -140, 0, 20);
    fall.addColorStop(0, lit(palette, clay, -0.2, 0));
    fall.addColorStop(1, lit(palette, clay, -0.34, 0.42));
    context.fillStyle = fall;
    context.fill(body);
    drawMark(context, dress, -14, -130, 36);
    streak(context, -112, -236, 14, 150, 0.7);
    const rim = (radius: number, colour: string, y = -272): void => {
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(0, y, radius, radius * flat, 0, 0, Math.PI * 2);
      context.fill();
    };
    rim(142, lit(palette, clay, 0.05));
    rim(131, lit(palette, clay, -0.22));
    context.save();
    context.beginPath();
    context.ellipse(0, -272, 131, 131 * flat, 0, 0, Math.PI * 2);
    context.clip();
    const coffee = palette.nature(48, 24);
    const drink = context.createLinearGradient(-130, -280, 130, -250);
    drink.addColorStop(0, palette.tone(coffee, 0.4, 0.8));
    drink.addColorStop(1, palette.tone(coffee, 0.22, 0.8));
    rim(129, palette.tone(coffee, 0.28, 0.8), -263);
    context.fillStyle = drink;
    context.beginPath();
    context.ellipse(0, -262, 126, 126 * flat, 0, 0, Math.PI * 2);
    context.fill();
    for (const [radius, alpha] of [
      [62, 0.85],
      [40, 0.5],
      [22, 0.95],
    ] as const) {
      context.strokeStyle = palette.tone(coffee, 0.86, 0.5, alpha);
      context.lineWidth = 6;
      context.beginPath();
      context.ellipse(4, -263, radius, radius * flat, 0, 0, Math.PI * 2);
      context.stroke();
    }
    context.restore();
    context.strokeStyle = 'rgba(255,255,255,0.85)';
    context.lineWidth = 2.4;
    context.beginPath();
    context.ellipse(0, -272, 141, 141 * flat, 0, 0.12 * Math.PI, 0.92 * Math.PI);
    context.stroke();
  },
};

const orb: Product = {
  height: 290,
  footRadius: 70,
  draw(context, dress) {
    const ring = (front: boolean): void => {
      context.save();
      context.translate(0, -144);
      context.rotate(dress.cut % 2 === 0 ? -0.34 : 0.3);
      const gradient = context.createLinearGradient(-210, 0, 210, 0);
      gradient.addColorStop(0, lit(dress.palette, dress.cap, 0.22));
      gradient.addColorStop(0.3, lit(dress.palette, dress.cap, 0.42));
      gradient.addColorStop(1, lit(dress.palette, dress.cap, 0));
      context.strokeStyle = gradient;
      context.lineWidth = 15;
      context.beginPath();
      context.ellipse(0, 0, 206, 50, 0, front ? 0 : Math.PI, front ? Math.PI : Math.PI * 2);
      context.stroke();
      context.restore();
    };
    ring(false);
    ball(context, dress.palette, 0, -144, 146, { ...dress.body, gloss: 0.95 });
    context.save();
    context.beginPath();
    context.arc(0, -144, 146, 0, Math.PI * 2);
    context.clip();
    softEllipse(context, 6, -84, 150, 20, {
      colour: lit(dress.palette, dress.body, -0.4),
      blurPx: 22,
      alpha: 0.4,
      turn: dress.cut % 2 === 0 ? -0.34 : 0.3,
    });
    context.restore();
    ring(true);
  },
};

/** The round products; the flat ones are in plinth-slabs.ts. */
export const roundProducts = { bottle, jar, cup, orb } as const;
