import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import { softEllipse } from '../soft.ts';
import { ball, catchLight, lit, roundGradient, turnedPath, type Material } from '../solids.ts';

/** What a product is made of: its body, its cap or screen, its label and the two discs of its mark. */
export interface Dress {
  readonly palette: Palette;
  readonly body: Material;
  readonly cap: Material;
  readonly label: Material;
  readonly mark: readonly [string, string];
  /** Seen from which side; differs from scene to scene. */
  readonly cut: number;
  /** Which make of the product, dropper or pump; the same in all scenes of a film, whose palette decides it. */
  readonly make: number;
}

/** A product for the plinth; sizes at scale 1. It is drawn standing with the middle of its foot at (0, 0), up is minus. */
export interface Product {
  readonly height: number;
  /** Half of its foot's width, for shadows. */
  readonly footRadius: number;
  draw(context: SKRSContext2D, dress: Dress): void;
}

/** A label wrapped around a cylinder: its edges are the ellipses of the cylinder, straight ones would kill the illusion. */
function wrappedLabel(
  context: SKRSContext2D,
  dress: Dress,
  radius: number,
  top: number,
  bottom: number,
  flatness: number,
): void {
  const path = new Path2D();
  path.moveTo(-radius, top);
  path.ellipse(0, top, radius, radius * flatness, 0, Math.PI, 0, true);
  path.lineTo(radius, bottom);
  path.ellipse(0, bottom, radius, radius * flatness, 0, 0, Math.PI);
  path.closePath();
  context.fillStyle = roundGradient(context, dress.palette, dress.label, 0, radius);
  context.fill(path);
  drawMark(
    context,
    dress,
    -radius * 0.06,
    (top + bottom) / 2 + radius * flatness - (bottom - top) * 0.08,
    Math.min(radius * 0.27, (bottom - top) * 0.24),
  );
  context.fillStyle = lit(dress.palette, dress.body, -0.18, 0.55);
  const ruleY = bottom - (bottom - top) * 0.2 + radius * flatness * 0.92;
  context.fillRect(-radius * 0.3, ruleY, radius * 0.48, Math.max(2, radius * 0.035));
}

/** Two overlapping discs: the mark on everything, since letters belong to the overlay. */
export function drawMark(context: SKRSContext2D, dress: Dress, x: number, y: number, radius: number): void {
  context.save();
  context.fillStyle = dress.mark[0];
  context.beginPath();
  context.arc(x - radius * 0.42, y, radius * 0.8, 0, Math.PI * 2);
  context.fill();
  context.globalAlpha = 0.86;
  context.fillStyle = dress.mark[1];
  context.beginPath();
  context.arc(x + radius * 0.42, y, radius * 0.8, 0, Math.PI * 2);
  context.fill();
  context.restore();
}

/** A long reflection of the window in glass or lacquer. */
function streak(context: SKRSContext2D, x: number, top: number, width: number, height: number, alpha: number): void {
  const gradient = context.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, `rgba(255,255,255,${alpha})`);
  gradient.addColorStop(0.7, `rgba(255,255,255,${alpha * 0.65})`);
  gradient.addColorStop(1, 'rgba(255,255,255,0)');
  context.fillStyle = gradient;
  context.beginPath();
  context.roundRect(x, top, width, height, width / 2);
  context.fill();
}

const bottle: Product = {
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
