import type { SKRSContext2D } from '@napi-rs/canvas';
import type { LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { windowColours } from './bluehour-towers.ts';

/** A suspension bridge across the water, its cables beaded with light. `deckY` in frame pixels. */
export function drawBridge(
  context: SKRSContext2D,
  { frame, palette, random, u }: LookBrief,
  sky: Oklch,
  deckY: number,
): void {
  const lots = random.fork('bridge');
  const towers = [lots.between(0.16, 0.24), lots.between(0.86, 0.98)].map((share) => share * frame.width);
  const [left = 0, right = frame.width] = towers;
  const height = (frame.height > frame.width ? 430 : 330) * u;
  const steel = palette.tone(sky, 0.2, 1);
  const bead = windowColours(palette)[3] ?? '#fff';
  const cableAt = (x: number): number => {
    const span = right - left;
    const within = (((x - left) % span) + span) % span;
    const sag = (within / span - 0.5) * 2;
    return deckY - 26 * u - (height - 40 * u) * sag * sag;
  };
  context.fillStyle = steel;
  context.fillRect(-0.1 * frame.width, deckY, frame.width * 1.2, 24 * u);
  context.strokeStyle = steel;
  context.lineWidth = 2.2 * u;
  const from = -0.1 * frame.width;
  const to = 1.1 * frame.width;
  context.beginPath();
  for (let x = from; x < to; x += 34 * u) {
    context.moveTo(x, deckY);
    context.lineTo(x, cableAt(x));
  }
  context.stroke();
  context.lineWidth = 6 * u;
  context.beginPath();
  for (let x = from; x <= to; x += 8 * u) {
    if (x === from) context.moveTo(x, cableAt(x));
    else context.lineTo(x, cableAt(x));
  }
  context.stroke();
  for (const x of towers) {
    const leg = 17 * u;
    context.fillStyle = steel;
    for (const side of [-1, 1]) {
      context.beginPath();
      context.moveTo(x + side * 30 * u - leg / 2, deckY - height);
      context.lineTo(x + side * 30 * u + leg / 2, deckY - height);
      context.lineTo(x + side * 44 * u + leg, deckY + 150 * u);
      context.lineTo(x + side * 44 * u - leg, deckY + 150 * u);
      context.fill();
    }
    for (const share of [0.97, 0.62, 0.3]) context.fillRect(x - 42 * u, deckY - height * share, 84 * u, 15 * u);
    context.fillStyle = palette.tone({ l: 0.6, c: 0.2, h: 28 }, 0.68);
    context.beginPath();
    context.arc(x, deckY - height - 8 * u, 5 * u, 0, Math.PI * 2);
    context.fill();
  }
  const lamps = (draw: SKRSContext2D, size: number): void => {
    draw.fillStyle = bead;
    draw.beginPath();
    for (let x = from; x < to; x += 26 * u) {
      draw.moveTo(x + size, cableAt(x));
      draw.arc(x, cableAt(x), size, 0, Math.PI * 2);
      draw.moveTo(x + size * 1.3, deckY - 6 * u);
      draw.arc(x, deckY - 6 * u, size * 1.3, 0, Math.PI * 2);
    }
    draw.fill();
  };
  softly(
    context,
    { x: from, y: deckY - height, width: to - from, height: height + 60 * u },
    22 * u,
    (small) => lamps(small, 9 * u),
    { alpha: 0.75, composite: 'lighter' },
  );
  lamps(context, 3 * u);
}

/** A road that winds out of the city: trails of tail lights and headlights of a long exposure. */
export function drawRoad(
  context: SKRSContext2D,
  { frame, palette, random, shape, u }: LookBrief,
  sky: Oklch,
  horizonY: number,
): void {
  const lots = random.fork('road');
  const mirrored = lots.next() < 0.5 ? -1 : 1;
  const hill = context.createLinearGradient(0, horizonY, 0, frame.height * 1.08);
  hill.addColorStop(0, palette.tone(sky, 0.24, 0.9));
  hill.addColorStop(0.3, palette.tone(sky, 0.18, 0.9));
  hill.addColorStop(1, palette.tone(sky, 0.12, 0.8));
  context.fillStyle = hill;
  context.beginPath();
  context.moveTo(-0.1 * frame.width, frame.height * 1.1);
  for (let step = 0; step <= 40; step++) {
    const x = (-0.1 + (1.2 * step) / 40) * frame.width;
    context.lineTo(x, horizonY - (Math.sin(step * 0.55 + mirrored) * 12 + Math.sin(step * 1.7) * 5) * u);
  }
  context.lineTo(1.1 * frame.width, frame.height * 1.1);
  context.fill();
  drawSuburb(context, { frame, palette, lots: lots.fork('suburb'), u, horizonY });
  const middle = frame.width * (shape === 'landscape' ? 0.62 : 0.5);
  const reach = frame.height * 1.1 - horizonY;
  /** Place on the road: 0 far to 1 near, and across it from -1 to 1. */
  const at = (along: number, across: number): { x: number; y: number } => {
    const near = along ** 1.9;
    const bend =
      Math.sin(along * Math.PI * 2.15 + 0.5) *
      (1 - along * 0.45) *
      0.2 *
      Math.min(frame.width, 1200 * u) *
      mirrored *
      (0.25 + near);
    const half = (10 + 300 * near) * u;
    return { x: middle + bend + across * half, y: horizonY + 4 * u + reach * near };
  };
  context.fillStyle = palette.tone(sky, 0.26, 0.7);
  context.beginPath();
  for (let step = 0; step <= 60; step++) {
    const { x, y } = at(step / 60, -1.15);
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  for (let step = 60; step >= 0; step--) {
    const { x, y } = at(step / 60, 1.15);
    context.lineTo(x, y);
  }
  context.fill();
  const warm = palette.tone({ ...palette.nature(58, 26), c: 0.11 }, 0.9);
  const red = palette.tone({ l: 0.6, c: 0.2, h: 27 }, 0.66);
  const trails = (draw: SKRSContext2D, wide: number): void => {
    const trailLots = lots.fork('trails');
    for (let trail = 0; trail < 26; trail++) {
      const isRed = trail % 2 === 0;
      const across = (isRed ? 1 : -1) * mirrored * trailLots.between(0.14, 0.96);
      draw.strokeStyle = isRed ? red : warm;
      draw.globalAlpha = trailLots.between(0.35, 0.95);
      const start = trailLots.between(0, 0.25);
      const end = trailLots.between(0.7, 1.05);
      const weight = trailLots.between(0.6, 1.7) * wide;
      const wobble = trailLots.between(0, 6);
      for (let step = 0; step < 36; step++) {
        const along = start + ((end - start) * step) / 36;
        const next = start + ((end - start) * (step + 1.05)) / 36;
        const sway = (share: number): number => across + 0.03 * Math.sin(share * 5 + wobble);
        const one = at(along, sway(along));
        const other = at(next, sway(next));
        draw.lineWidth = (0.8 + 4.2 * along ** 1.9) * u * weight;
        draw.beginPath();
        draw.moveTo(one.x, one.y);
        draw.lineTo(other.x, other.y);
        draw.stroke();
      }
    }
    draw.globalAlpha = 1;
  };
  softly(
    context,
    { x: 0, y: horizonY, width: frame.width, height: frame.height - horizonY },
    30 * u,
    (small) => trails(small, 2.4),
    { alpha: 0.7, composite: 'lighter' },
  );
  context.save();
  context.globalCompositeOperation = 'screen';
  trails(context, 1);
  context.restore();
}

/** Street lamps and houses between the road and the city, fewer and larger towards the camera. */
function drawSuburb(
  context: SKRSContext2D,
  {
    frame,
    palette,
    lots,
    u,
    horizonY,
  }: Pick<LookBrief, 'frame' | 'palette' | 'u'> & { lots: LookBrief['random']; horizonY: number },
): void {
  const colours = windowColours(palette);
  const reach = frame.height * 1.08 - horizonY;
  const lamps = Array.from({ length: 320 }, () => {
    const near = lots.next() ** 2.2;
    return {
      x: lots.between(-0.08, 1.08) * frame.width,
      y: horizonY + 6 * u + reach * near,
      size: (1.3 + 3 * near) * u * lots.between(0.7, 1.3),
      colour: lots.pick(colours),
      alpha: lots.between(0.35, 1),
    };
  });
  softly(
    context,
    { x: 0, y: horizonY, width: frame.width, height: reach },
    20 * u,
    (small) => {
      for (const lamp of lamps) {
        small.fillStyle = lamp.colour;
        small.globalAlpha = lamp.alpha;
        small.fillRect(lamp.x - lamp.size * 3, lamp.y - lamp.size * 3, lamp.size * 6, lamp.size * 6);
      }
    },
    { alpha: 0.5, composite: 'lighter' },
  );
  for (const lamp of lamps) {
    context.fillStyle = lamp.colour;
    context.globalAlpha = lamp.alpha;
    context.beginPath();
    context.arc(lamp.x, lamp.y, lamp.size, 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Lights out of focus close to the camera, along the foot of the frame. */
export function drawNearBokeh(context: SKRSContext2D, { frame, palette, random, u }: LookBrief, topY: number): void {
  const lots = random.fork('bokeh');
  const colours = windowColours(palette);
  for (let disc = 0; disc < 17; disc++) {
    const y = topY + (frame.height * 1.06 - topY) * Math.sqrt(lots.next());
    const x = lots.between(-0.06, 1.06) * frame.width;
    const radius = lots.between(20, 66) * u * (0.6 + 0.5 * ((y - topY) / (frame.height - topY)));
    const colour = lots.pick(colours);
    context.globalAlpha = lots.between(0.2, 0.5);
    const disk = context.createRadialGradient(x, y, radius * 0.5, x, y, radius);
    disk.addColorStop(0, colour);
    disk.addColorStop(1, colour);
    context.fillStyle = disk;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
    context.globalAlpha *= 1.5;
    context.strokeStyle = colour;
    context.lineWidth = 2.5 * u;
    context.stroke();
  }
  context.globalAlpha = 1;
}
