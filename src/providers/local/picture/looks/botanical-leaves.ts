import type { SKRSContext2D } from '@napi-rs/canvas';
import { frondLeaflets, halfLeafPath, leafPath } from '../leaf-shapes.ts';
import type { Palette } from '../palette.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';

/** Paper foliage: its palette, and the hue its shadows take. */
export interface Foliage {
  readonly palette: Palette;
  readonly shadow: (alpha: number) => string;
}

/** Where something grows: its foot in frame pixels, its direction in radians (0 right, -PI/2 up), its length in pixels. */
export interface Growth {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
}

/** The half that faces the lamp is the one whose outward side points up or left. */
function litSide(angle: number): 1 | -1 {
  return Math.cos(angle - Math.PI / 2 + Math.PI * 0.75) > 0 ? 1 : -1;
}

/** One leaf without a shadow: a light half, a dark half, a rib, veins and an edge that catches light. */
function leafBlade(
  context: SKRSContext2D,
  palette: Palette,
  growth: Growth,
  width: number,
  material: Material,
  detail: { readonly veins: number; readonly bend?: number; readonly belly?: number },
): void {
  const { length } = growth;
  const bend = detail.bend ?? 0;
  const belly = detail.belly ?? 0.4;
  context.save();
  context.translate(growth.x, growth.y);
  context.rotate(growth.angle);
  const side = litSide(growth.angle);
  context.scale(1, side);
  const whole = leafPath(length, width, belly, bend);
  const half = halfLeafPath(length, width, belly, bend);
  const dark = context.createLinearGradient(0, 0, length, 0);
  dark.addColorStop(0, lit(palette, material, -0.12));
  dark.addColorStop(1, lit(palette, material, -0.04));
  context.fillStyle = dark;
  context.fill(whole);
  const light = context.createLinearGradient(0, 0, length, -width * 0.3);
  light.addColorStop(0, lit(palette, material, -0.03));
  light.addColorStop(0.6, lit(palette, material, 0.055));
  light.addColorStop(1, lit(palette, material, 0.09));
  context.fillStyle = light;
  context.fill(half);
  // Leaflets are too small for a line to be seen outside, and clips are what costs most here.
  const large = detail.veins > 0;
  if (large) context.clip(whole);
  if (large) {
    context.lineWidth = Math.max(1, width * 0.011);
    for (const side of [-1, 1] as const) {
      context.strokeStyle = lit(palette, material, side < 0 ? 0.13 : 0.04, 0.5);
      context.beginPath();
      for (let vein = 1; vein <= detail.veins; vein++) {
        const along = (0.06 + 0.84 * (vein / (detail.veins + 1))) * length;
        context.moveTo(along, 0);
        context.quadraticCurveTo(along + width * 0.2, side * width * 0.2, along + width * 0.52, side * width * 0.5);
      }
      context.stroke();
    }
  }
  context.strokeStyle = lit(palette, material, 0.17, 0.75);
  context.lineWidth = Math.max(1.6, width * 0.018);
  context.beginPath();
  context.moveTo(0, 0);
  context.quadraticCurveTo(length * 0.5, bend * width * 0.25, length, bend * width);
  context.stroke();
  context.strokeStyle = lit(palette, material, 0.19, 0.85);
  context.lineWidth = Math.max(2, width * 0.022) * (large ? 1 : 0.6);
  context.stroke(half);
  context.restore();
}

/** A large near leaf with its own soft shadow. */
export function drawLeaf(
  context: SKRSContext2D,
  foliage: Foliage,
  growth: Growth,
  width: number,
  material: Material,
  bend = 0,
): void {
  const { length } = growth;
  const tipX = growth.x + Math.cos(growth.angle) * length;
  const tipY = growth.y + Math.sin(growth.angle) * length;
  const area = {
    x: Math.min(growth.x, tipX) - width * 0.6,
    y: Math.min(growth.y, tipY) - width * 0.6,
    width: Math.abs(tipX - growth.x) + width * 1.3,
    height: Math.abs(tipY - growth.y) + width * 1.4,
  };
  softly(
    context,
    area,
    width * 0.16,
    (small) => {
      small.translate(growth.x + width * 0.07, growth.y + width * 0.1);
      small.rotate(growth.angle);
      small.scale(1, litSide(growth.angle));
      small.fillStyle = foliage.shadow(1);
      small.fill(leafPath(length, width, 0.4, bend));
    },
    { alpha: 0.46 },
  );
  leafBlade(context, foliage.palette, growth, width, material, { veins: 9, bend });
}

/** A frond: pairs of narrow leaflets along a bowed stem, one soft shadow for all of it. */
export function drawFrond(
  context: SKRSContext2D,
  foliage: Foliage,
  growth: Growth,
  bow: number,
  pairs: number,
  material: Material,
  breadth = 0.34,
): void {
  const { palette } = foliage;
  const { length } = growth;
  const leaflets = frondLeaflets(pairs, bow);
  softly(
    context,
    { x: growth.x - length * 1.1, y: growth.y - length * 1.1, width: length * 2.2, height: length * 2.2 },
    length * 0.036,
    (small) => {
      small.translate(growth.x + length * 0.022, growth.y + length * 0.032);
      small.rotate(growth.angle);
      small.fillStyle = foliage.shadow(1);
      for (const leaflet of leaflets) {
        small.save();
        small.translate(leaflet.x * length, leaflet.y * length);
        small.rotate(leaflet.angle);
        small.fill(leafPath(length * breadth * leaflet.reach, length * 0.062));
        small.restore();
      }
    },
    { alpha: 0.42 },
  );
  const stem = (along: number): readonly [number, number] => [along * length, bow * along * along * length];
  context.save();
  context.translate(growth.x, growth.y);
  context.rotate(growth.angle);
  context.strokeStyle = lit(palette, material, -0.06);
  context.lineWidth = Math.max(3, length * 0.011);
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(0, 0);
  context.quadraticCurveTo(length * 0.5, 0, ...stem(1));
  context.stroke();
  context.restore();
  const cos = Math.cos(growth.angle);
  const sin = Math.sin(growth.angle);
  for (const [place, leaflet] of leaflets.entries()) {
    const [x, y] = [leaflet.x * length, leaflet.y * length];
    const leaf: Growth = {
      x: growth.x + x * cos - y * sin,
      y: growth.y + x * sin + y * cos,
      angle: growth.angle + leaflet.angle,
      length: length * breadth * leaflet.reach,
    };
    leafBlade(
      context,
      palette,
      leaf,
      length * 0.058,
      { ...material, l: material.l + 0.05 * (place / leaflets.length) - 0.02 },
      { veins: 0 },
    );
  }
}

/** Eucalyptus: pairs of round leaves getting smaller towards the tip. */
export function drawEucalyptus(
  context: SKRSContext2D,
  foliage: Foliage,
  growth: Growth,
  bow: number,
  material: Material,
): void {
  const { palette } = foliage;
  const { length } = growth;
  const cos = Math.cos(growth.angle);
  const sin = Math.sin(growth.angle);
  const at = (along: number): readonly [number, number] => {
    const [x, y] = [along * length, bow * along * along * length];
    return [growth.x + x * cos - y * sin, growth.y + x * sin + y * cos];
  };
  context.strokeStyle = lit(palette, material, -0.2);
  context.lineWidth = Math.max(2.5, length * 0.009);
  context.beginPath();
  context.moveTo(growth.x, growth.y);
  for (let step = 1; step <= 12; step++) context.lineTo(...at(step / 12));
  context.stroke();
  const pairs = 8;
  for (let pair = 0; pair < pairs; pair++) {
    const along = 0.16 + (0.84 * pair) / (pairs - 1);
    const size = length * (0.15 - 0.075 * along);
    const [x, y] = at(along);
    const heading = growth.angle + Math.atan2(2 * bow * along, 1);
    for (const side of [-1, 1] as const) {
      const angle = heading + side * (1.05 - 0.35 * along);
      const leaf: Growth = { x, y, angle, length: size };
      context.save();
      context.translate(size * 0.05, size * 0.08);
      context.globalAlpha = 0.26;
      context.fillStyle = foliage.shadow(1);
      context.translate(x, y);
      context.rotate(angle);
      context.fill(leafPath(size, size * 0.98, 0.5));
      context.restore();
      leafBlade(
        context,
        palette,
        leaf,
        size * 0.98,
        { ...material, l: material.l + 0.04 * along },
        { veins: 0, belly: 0.5 },
      );
    }
  }
}
