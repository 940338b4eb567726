import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { catchLight, lit, type Material } from '../solids.ts';
import { drawMark, type Dress, type Product } from './plinth-product.ts';

const phone: Product = {
  height: 500,
  footRadius: 118,
  draw(context, dress) {
    const { palette, body } = dress;
    const side = dress.cut % 2 === 0 ? 1 : -1;
    context.save();
    // Turned a little about its upright axis: narrower, and its horizontals fall away.
    context.transform(0.93, -0.075 * side, 0, 1, 0, -8);
    const frame = new Path2D();
    frame.roundRect(-122, -492, 244, 492, 42);
    const metal: Material = { ...dress.cap, l: 0.34, chroma: 0.5 };
    for (let step = 13; step >= 0; step--) {
      context.save();
      context.translate(step * 1.15 * side, -step * 0.1);
      context.fillStyle = lit(palette, metal, step > 11 ? 0.24 : step > 9 ? 0.34 : -0.04 - step * 0.006);
      context.fill(frame);
      context.restore();
    }
    context.fillStyle = palette.tone(body.colour, 0.13, 0.5);
    context.fill(frame);
    catchLight(context, frame, {
      colour: (alpha) => lit(palette, metal, 0.5, alpha),
      widthPx: 3,
      from: [-122, -492],
      to: [122, 0],
    });
    const screen = new Path2D();
    screen.roundRect(-109, -479, 218, 466, 31);
    const glow = context.createLinearGradient(-109, -479, 109, -13);
    glow.addColorStop(0, palette.tone(body.colour, 0.8, 0.8));
    glow.addColorStop(0.5, palette.tone(body.colour, 0.6, 0.95));
    glow.addColorStop(1, palette.tone('second', 0.62, 0.9));
    context.fillStyle = glow;
    context.fill(screen);
    context.save();
    context.clip(screen);
    drawScreen(context, dress);
    const glare = new Path2D();
    glare.moveTo(-109, -479);
    glare.lineTo(40, -479);
    glare.lineTo(-109, -170);
    glare.closePath();
    const shine = context.createLinearGradient(-109, -479, 0, -330);
    shine.addColorStop(0, 'rgba(255,255,255,0.34)');
    shine.addColorStop(1, 'rgba(255,255,255,0.04)');
    context.fillStyle = shine;
    context.fill(glare);
    context.restore();
    context.fillStyle = palette.tone(body.colour, 0.1, 0.4);
    context.beginPath();
    context.roundRect(-30, -467, 60, 17, 9);
    context.fill();
    context.restore();
  },
};

/** Bars, a ring and a card: an interface that pretends nothing. */
function drawScreen(context: SKRSContext2D, dress: Dress): void {
  const { palette } = dress;
  const white = (alpha: number): string => `rgba(255,255,255,${alpha})`;
  const bar = (x: number, y: number, width: number, height: number, colour: string): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(x, y, width, height, height / 2);
    context.fill();
  };
  bar(-86, -428, 78, 12, white(0.95));
  bar(-86, -406, 118, 8, white(0.55));
  context.lineWidth = 15;
  context.lineCap = 'round';
  context.strokeStyle = white(0.28);
  context.beginPath();
  context.arc(0, -318, 56, 0, Math.PI * 2);
  context.stroke();
  context.strokeStyle = white(0.96);
  context.beginPath();
  context.arc(0, -318, 56, -Math.PI / 2, dress.cut % 3 === 1 ? Math.PI * 0.35 : Math.PI * 0.9);
  context.stroke();
  drawMark(context, dress, 0, -318, 19);
  context.fillStyle = 'rgba(255,255,255,0.95)';
  context.beginPath();
  context.roundRect(-90, -226, 180, 130, 20);
  context.fill();
  for (const [place, height] of [42, 66, 52, 90, 74].entries()) {
    context.fillStyle =
      place === 3 ? palette.tone('accent', 0.68) : palette.tone(dress.body.colour, 0.62 + 0.03 * place, 0.7);
    context.beginPath();
    context.roundRect(-70 + place * 30, -110 - height, 19, height, [6, 6, 2, 2]);
    context.fill();
  }
  for (const row of [0, 1]) {
    bar(-90, -78 + row * 30, 19, 19, row === 0 ? palette.tone('accent', 0.72) : white(0.8));
    bar(-60, -74 + row * 30, row === 0 ? 110 : 84, 9, white(0.75));
  }
}

const box: Product = {
  height: 330,
  footRadius: 150,
  draw(context, dress) {
    const { palette, body } = dress;
    const side = dress.cut % 2 === 0 ? 1 : -1;
    context.save();
    context.scale(side, 1);
    // The middle of its foot, not its nearest corner, stands on the spot.
    context.translate(0, 27);
    // Two faces and a lid, the camera a little above; the face towards the lamp is the lighter whichever way it is turned.
    const edgeX = -34;
    const left = { x: -150, drop: -42 };
    const right = { x: 142, drop: -54 };
    const height = 288;
    const face = (points: readonly (readonly [number, number])[]): Path2D => {
      const path = new Path2D();
      for (const [place, [x, y]] of points.entries()) {
        if (place === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
      return path;
    };
    const leftFace = face([
      [edgeX, 0],
      [left.x, left.drop],
      [left.x, left.drop - height],
      [edgeX, -height],
    ]);
    const rightFace = face([
      [edgeX, 0],
      [right.x, right.drop],
      [right.x, right.drop - height],
      [edgeX, -height],
    ]);
    const lid = face([
      [edgeX, -height],
      [left.x, left.drop - height],
      [left.x + right.x - edgeX, left.drop + right.drop - height],
      [right.x, right.drop - height],
    ]);
    const shade = (path: Path2D, top: number, foot: number): void => {
      const gradient = context.createLinearGradient(0, -height, 0, 0);
      gradient.addColorStop(0, lit(palette, body, top));
      gradient.addColorStop(1, lit(palette, body, foot));
      context.fillStyle = gradient;
      context.fill(path);
    };
    shade(leftFace, side > 0 ? 0.08 : -0.1, side > 0 ? 0.0 : -0.19);
    shade(rightFace, side > 0 ? -0.1 : 0.08, side > 0 ? -0.2 : -0.02);
    shade(lid, 0.15, 0.15);
    context.save();
    context.clip(rightFace);
    context.transform(1, (right.drop - 0) / (right.x - edgeX), 0, 1, edgeX, 0);
    context.fillStyle = lit(palette, dress.label, side > 0 ? -0.08 : 0);
    context.fillRect(0, -206, 200, 116);
    drawMark(context, dress, (right.x - edgeX) / 2, -148, 34);
    context.fillStyle = lit(palette, body, side > 0 ? -0.26 : -0.12, 0.8);
    context.fillRect(56, -58, 64, 7);
    context.fillRect(56, -42, 40, 7);
    context.restore();
    context.save();
    context.clip(leftFace);
    context.transform(1, (left.drop - 0) / (left.x - edgeX), 0, 1, edgeX, 0);
    context.fillStyle = lit(palette, dress.label, side > 0 ? 0 : -0.08);
    context.fillRect(-200, -206, 200, 116);
    context.restore();
    const seam = new Path2D();
    seam.moveTo((edgeX + left.x) / 2, left.drop / 2 - height);
    seam.lineTo(right.x + (left.x - edgeX) / 2, right.drop + left.drop / 2 - height);
    context.strokeStyle = lit(palette, body, 0.02);
    context.lineWidth = 3;
    context.stroke(seam);
    context.strokeStyle = lit(palette, body, 0.3, 0.9);
    context.lineWidth = 2.4;
    context.stroke(
      face([
        [left.x, left.drop - height],
        [edgeX, -height],
        [right.x, right.drop - height],
        [edgeX, -height],
      ]),
    );
    context.strokeStyle = lit(palette, body, 0.24, 0.5);
    context.beginPath();
    context.moveTo(edgeX, -height);
    context.lineTo(edgeX, -2);
    context.stroke();
    context.restore();
  },
};

/** The products with faces instead of a round body. */
export const slabProducts = { phone, box } as const;
