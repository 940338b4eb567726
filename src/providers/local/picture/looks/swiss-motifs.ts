import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';

export const MOTIFS = ['quarter', 'disc', 'halves', 'dots', 'stripes', 'triangle', 'leaf', 'rings', 'stairs'] as const;
export type Motif = (typeof MOTIFS)[number];

/** Draws a motif into a module with its corner at (x, y): `turn` quarter turns, `ink` on `ground`, `third` for a second accent. */
export function drawMotif(
  context: SKRSContext2D,
  motif: Motif,
  cell: { readonly x: number; readonly y: number; readonly side: number; readonly turn: number },
  colours: { readonly ground: string; readonly ink: string; readonly third: string },
): void {
  const { side } = cell;
  context.save();
  context.beginPath();
  // Half a pixel over, or hairlines of the ground show between modules.
  context.rect(cell.x - 0.5, cell.y - 0.5, side + 1, side + 1);
  context.clip();
  context.fillStyle = colours.ground;
  context.fillRect(cell.x - 1, cell.y - 1, side + 2, side + 2);
  context.translate(cell.x + side / 2, cell.y + side / 2);
  context.rotate((cell.turn * Math.PI) / 2);
  context.translate(-side / 2, -side / 2);
  context.fillStyle = colours.ink;
  context.strokeStyle = colours.ink;
  draw[motif](context, side, colours);
  context.restore();
}

function pie(context: SKRSContext2D, x: number, y: number, radius: number, from: number, to: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.arc(x, y, radius, from * Math.PI, to * Math.PI);
  context.closePath();
  context.fill();
}

const draw: Record<
  Motif,
  (
    context: SKRSContext2D,
    side: number,
    colours: { readonly ground: string; readonly ink: string; readonly third: string },
  ) => void
> = {
  quarter: (context, side) => pie(context, 0, side, side + 1, 1.5, 2),
  disc: (context, side) => pie(context, side / 2, side / 2, side * 0.5, 0, 2),
  halves: (context, side, colours) => {
    pie(context, side / 2, 0, side * 0.5, 0, 1);
    context.fillStyle = colours.third;
    pie(context, side / 2, side / 2, side * 0.5, 0, 1);
  },
  dots: (context, side) => {
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 5; column++)
        pie(context, (side * (column + 0.5)) / 5, (side * (row + 0.5)) / 5, side * 0.062, 0, 2);
    }
  },
  stripes: (context, side) => {
    for (let stripe = 0; stripe < 5; stripe++) context.fillRect(-1, (side * (stripe + 0.25)) / 5, side + 2, side * 0.1);
  },
  triangle: (context, side) => {
    const path = new Path2D();
    path.moveTo(0, 0);
    path.lineTo(side + 1, side + 1);
    path.lineTo(-1, side + 1);
    path.closePath();
    context.fill(path);
  },
  leaf: (context, side, colours) => {
    const path = new Path2D();
    path.moveTo(0, side);
    path.arc(side, side, side, Math.PI, Math.PI * 1.5);
    path.arc(0, 0, side, 0, Math.PI * 0.5);
    path.closePath();
    context.fill(path);
    context.clip(path);
    context.fillStyle = colours.third;
    context.beginPath();
    context.moveTo(0, side);
    context.lineTo(side, 0);
    context.lineTo(side, side);
    context.fill();
  },
  rings: (context, side) => {
    context.lineWidth = side * 0.115;
    for (const ring of [0.24, 0.47, 0.7, 0.93]) {
      context.beginPath();
      context.arc(0, side, side * ring, Math.PI * 1.5, Math.PI * 2);
      context.stroke();
    }
  },
  stairs: (context, side) => {
    for (let step = 0; step < 4; step++) context.fillRect(-1, (side * step) / 4, (side * (step + 1)) / 4, side / 4 + 1);
  },
};
