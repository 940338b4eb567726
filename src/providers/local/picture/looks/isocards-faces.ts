import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import type { Random } from '../random.ts';

/** What is shown on a card; bars and rings only, since type belongs to the overlay. */
export type FaceKind = 'chart' | 'donut' | 'list' | 'tick' | 'bars';

/** A card's face: its colours and its chance. `on` is white on coloured cards and ink on white ones. */
export interface Face {
  readonly palette: Palette;
  readonly random: Random;
  readonly coloured: boolean;
}

function pill(context: SKRSContext2D, x: number, y: number, width: number, height: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(width, height) / 2);
  context.fill();
}

function ink({ palette, coloured }: Face, alpha: number): string {
  return coloured ? `rgba(255,255,255,${alpha})` : palette.tone('key', 0.3, 0.55, alpha);
}

/** Draws a face into 0,0 - width,height. */
export function drawFace(context: SKRSContext2D, face: Face, kind: FaceKind, width: number, height: number): void {
  switch (kind) {
    case 'chart':
      return drawChart(context, face, width, height);
    case 'donut':
      return drawDonut(context, face, width, height);
    case 'list':
      return drawList(context, face, width, height);
    case 'tick':
      return drawTick(context, face, width, height);
    case 'bars':
      return drawBars(context, face, width, height);
  }
}

function drawChart(context: SKRSContext2D, face: Face, width: number, height: number): void {
  const { palette, random } = face;
  const pad = width * 0.075;
  pill(context, pad, pad, width * 0.3, height * 0.05, ink(face, 0.9));
  pill(context, pad, pad + height * 0.085, width * 0.2, height * 0.034, ink(face, 0.35));
  pill(
    context,
    width - pad - width * 0.18,
    pad,
    width * 0.18,
    height * 0.075,
    face.coloured ? 'rgba(255,255,255,0.28)' : palette.tone('accent', 0.72),
  );
  const top = height * 0.34;
  const foot = height - pad;
  context.lineWidth = Math.max(1.4, height * 0.005);
  for (let line = 0; line < 4; line++) {
    context.strokeStyle = ink(face, 0.12);
    context.beginPath();
    context.moveTo(pad, top + ((foot - top) * line) / 3);
    context.lineTo(width - pad, top + ((foot - top) * line) / 3);
    context.stroke();
  }
  const points: [number, number][] = [];
  const count = 7;
  for (let place = 0; place < count; place++) {
    const rise =
      0.16 + 0.66 * (place / (count - 1)) ** 1.25 + random.between(-0.09, 0.09) * (place === count - 1 ? 0 : 1);
    points.push([pad + ((width - 2 * pad) * place) / (count - 1), foot - (foot - top) * rise]);
  }
  const line = smoothLine(points);
  const area = new Path2D(line);
  area.lineTo(width - pad, foot);
  area.lineTo(pad, foot);
  area.closePath();
  const fill = context.createLinearGradient(0, top, 0, foot);
  fill.addColorStop(0, face.coloured ? 'rgba(255,255,255,0.5)' : palette.tone('key', 0.62, 1, 0.45));
  fill.addColorStop(1, face.coloured ? 'rgba(255,255,255,0)' : palette.tone('key', 0.7, 1, 0));
  context.fillStyle = fill;
  context.fill(area);
  context.strokeStyle = face.coloured ? 'white' : palette.tone('key', 0.56);
  context.lineWidth = height * 0.02;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.stroke(line);
  const last = points.at(-2);
  if (last === undefined) return;
  context.fillStyle = 'white';
  context.beginPath();
  context.arc(last[0], last[1], height * 0.032, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = palette.tone('accent', 0.68);
  context.lineWidth = height * 0.019;
  context.stroke();
}

/** A line through points with level tangents, as charts draw it. */
function smoothLine(points: readonly (readonly [number, number])[]): Path2D {
  const path = new Path2D();
  for (const [place, [x, y]] of points.entries()) {
    const before = points[place - 1];
    if (before === undefined) path.moveTo(x, y);
    else path.bezierCurveTo((before[0] + x) / 2, before[1], (before[0] + x) / 2, y, x, y);
  }
  return path;
}

function drawDonut(context: SKRSContext2D, face: Face, width: number, height: number): void {
  const { palette, random } = face;
  const radius = Math.min(width * 0.27, height * 0.31);
  const x = width > height * 1.3 ? width * 0.3 : width / 2;
  const y = width > height * 1.3 ? height / 2 : height * 0.42;
  context.lineWidth = radius * 0.42;
  context.lineCap = 'butt';
  context.strokeStyle = face.coloured ? 'rgba(255,255,255,0.24)' : palette.tone('key', 0.92, 0.8);
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
  const share = random.between(0.56, 0.72);
  const parts: readonly (readonly [number, number, string])[] = [
    [0, share, face.coloured ? 'white' : palette.tone('key', 0.58)],
    [share + 0.015, share + 0.2, palette.tone('accent', face.coloured ? 0.8 : 0.72)],
  ];
  for (const [from, to, colour] of parts) {
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, -Math.PI / 2 + from * Math.PI * 2, -Math.PI / 2 + to * Math.PI * 2);
    context.stroke();
  }
  pill(context, x - radius * 0.3, y - radius * 0.1, radius * 0.6, radius * 0.2, ink(face, 0.85));
  if (width > height * 1.3) {
    for (const [row, length] of [0.3, 0.22, 0.26].entries()) {
      const rowY = height * (0.3 + 0.2 * row);
      pill(
        context,
        width * 0.6,
        rowY - height * 0.03,
        height * 0.07,
        height * 0.07,
        row === 1 ? palette.tone('accent', 0.74) : ink(face, row === 0 ? 0.9 : 0.4),
      );
      pill(
        context,
        width * 0.6 + height * 0.13,
        rowY - height * 0.012,
        width * length * 0.85,
        height * 0.045,
        ink(face, 0.6),
      );
    }
  } else {
    pill(context, width * 0.16, height * 0.83, width * 0.4, height * 0.045, ink(face, 0.8));
    pill(context, width * 0.16, height * 0.9, width * 0.26, height * 0.035, ink(face, 0.4));
  }
}

function drawList(context: SKRSContext2D, face: Face, width: number, height: number): void {
  const { palette } = face;
  const rows = Math.max(2, Math.round(height / (width * 0.22)));
  const pad = width * 0.07;
  const rowHeight = (height - pad * 1.4) / rows;
  for (let row = 0; row < rows; row++) {
    const y = pad * 0.7 + rowHeight * (row + 0.5);
    const size = Math.min(rowHeight * 0.56, width * 0.13);
    const hue = (['key', 'accent', 'second'] as const)[row % 3] ?? 'key';
    pill(
      context,
      pad,
      y - size / 2,
      size,
      size,
      face.coloured ? `rgba(255,255,255,${0.95 - 0.2 * (row % 3)})` : palette.tone(hue, 0.66 + 0.05 * (row % 2)),
    );
    pill(context, pad + size * 1.35, y - size * 0.3, width * (0.34 - 0.05 * (row % 2)), size * 0.24, ink(face, 0.85));
    pill(context, pad + size * 1.35, y + size * 0.12, width * (0.22 + 0.05 * (row % 2)), size * 0.18, ink(face, 0.32));
    const on = row % 3 !== 1;
    const knob = size * 0.46;
    pill(
      context,
      width - pad - knob * 1.9,
      y - knob / 2,
      knob * 1.9,
      knob,
      on ? (face.coloured ? 'rgba(255,255,255,0.9)' : palette.tone('key', 0.58)) : ink(face, 0.2),
    );
    pill(
      context,
      width - pad - (on ? knob * 0.92 : knob * 1.82),
      y - knob * 0.42,
      knob * 0.84,
      knob * 0.84,
      on && face.coloured ? palette.tone('key', 0.5) : 'white',
    );
    if (row === rows - 1) continue;
    context.fillStyle = ink(face, 0.1);
    context.fillRect(pad, y + rowHeight / 2 - 0.7, width - 2 * pad, 1.6);
  }
}

function drawTick(context: SKRSContext2D, face: Face, width: number, height: number): void {
  const radius = height * 0.27;
  const x = height * 0.46;
  context.fillStyle = face.coloured ? 'white' : face.palette.tone('key', 0.6);
  context.beginPath();
  context.arc(x, height / 2, radius, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = face.coloured ? face.palette.tone('accent', 0.55) : 'white';
  context.lineWidth = radius * 0.24;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x - radius * 0.42, height / 2 + radius * 0.02);
  context.lineTo(x - radius * 0.1, height / 2 + radius * 0.34);
  context.lineTo(x + radius * 0.46, height / 2 - radius * 0.34);
  context.stroke();
  const left = x + radius * 1.5;
  pill(context, left, height * 0.34, (width - left) * 0.72, height * 0.11, ink(face, 0.92));
  pill(context, left, height * 0.56, (width - left) * 0.5, height * 0.09, ink(face, 0.5));
}

function drawBars(context: SKRSContext2D, face: Face, width: number, height: number): void {
  const { palette, random } = face;
  const pad = width * 0.1;
  pill(context, pad, pad * 0.9, width * 0.34, height * 0.06, ink(face, 0.85));
  const count = 6;
  const step = (width - 2 * pad) / count;
  const best = random.int(3, 5);
  for (let place = 0; place < count; place++) {
    const rise = (place === best ? 0.58 : random.between(0.22, 0.46)) * height;
    context.fillStyle =
      place === best
        ? palette.tone('accent', face.coloured ? 0.8 : 0.7)
        : face.coloured
          ? 'rgba(255,255,255,0.75)'
          : palette.tone('key', 0.74, 0.8);
    context.beginPath();
    context.roundRect(pad + place * step + step * 0.16, height - pad - rise, step * 0.68, rise, [
      step * 0.2,
      step * 0.2,
      step * 0.06,
      step * 0.06,
    ]);
    context.fill();
  }
}

/** The large window: a dark side bar, a chart, three tiles and a list, `width` by `height`. */
export function drawWindow(context: SKRSContext2D, face: Face, width: number, height: number, hero: FaceKind): void {
  const { palette } = face;
  const side = width * 0.17;
  context.save();
  context.beginPath();
  context.roundRect(0, 0, width, height, 30);
  context.clip();
  context.fillStyle = palette.tone('key', 0.25, 0.9);
  context.fillRect(0, 0, side, height);
  pill(context, side * 0.25, side * 0.28, side * 0.5, side * 0.5, palette.tone('accent', 0.72));
  for (let row = 0; row < 6; row++) {
    const y = side * 1.2 + row * height * 0.105;
    if (row === 1) {
      context.fillStyle = 'rgba(255,255,255,0.14)';
      context.beginPath();
      context.roundRect(side * 0.12, y - height * 0.034, side * 0.76, height * 0.085, 12);
      context.fill();
    }
    pill(context, side * 0.24, y, side * 0.15, height * 0.022, row === 1 ? 'white' : 'rgba(255,255,255,0.5)');
    pill(
      context,
      side * 0.46,
      y,
      side * (row % 2 === 0 ? 0.32 : 0.24),
      height * 0.022,
      row === 1 ? 'white' : 'rgba(255,255,255,0.4)',
    );
  }
  const inner = width - side;
  const gap = inner * 0.045;
  pill(context, side + gap, gap, inner * 0.26, height * 0.04, ink(face, 0.9));
  pill(context, width - gap - inner * 0.06, gap * 0.8, inner * 0.06, inner * 0.06, palette.tone('second', 0.72));
  const tile = (inner - gap * 4) / 3;
  for (let place = 0; place < 3; place++) {
    const x = side + gap + place * (tile + gap);
    card(context, face, x, height * 0.15, tile, height * 0.17);
    pill(context, x + tile * 0.1, height * 0.19, tile * 0.44, height * 0.022, ink(face, 0.35));
    pill(
      context,
      x + tile * 0.1,
      height * 0.235,
      tile * 0.6,
      height * 0.042,
      place === 1 ? palette.tone('accent', 0.66) : ink(face, 0.85),
    );
  }
  card(context, face, side + gap, height * 0.37, inner * 0.58, height * 0.56);
  card(context, face, side + gap * 2 + inner * 0.58, height * 0.37, inner * 0.42 - gap * 3, height * 0.56);
  context.save();
  context.translate(side + gap, height * 0.37);
  drawFace(context, face, hero === 'bars' ? 'bars' : 'chart', inner * 0.58, height * 0.56);
  context.restore();
  context.save();
  context.translate(side + gap * 2 + inner * 0.58, height * 0.37);
  drawFace(context, face, 'list', inner * 0.42 - gap * 3, height * 0.56);
  context.restore();
  context.restore();
}

function card(context: SKRSContext2D, { palette }: Face, x: number, y: number, width: number, height: number): void {
  context.fillStyle = palette.tone('key', 0.968, 0.5);
  context.beginPath();
  context.roundRect(x, y, width, height, 18);
  context.fill();
}
