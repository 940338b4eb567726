import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';

/** The materials of a paper scene's small things. */
export interface PaperKit {
  readonly palette: Palette;
  readonly accent: Material;
  readonly white: Material;
  readonly shadow: (alpha: number) => string;
}

/** A closed path through points. */
function polygon(points: readonly (readonly [number, number])[]): Path2D {
  const path = new Path2D();
  for (const [place, [x, y]] of points.entries()) {
    if (place === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

function dropShadow(context: SKRSContext2D, kit: PaperKit, path: Path2D, size: number, alpha = 0.4): void {
  softly(
    context,
    { x: -size, y: -size * 1.6, width: size * 2.2, height: size * 2.2 },
    size * 0.12,
    (small) => {
      small.translate(size * 0.07, size * 0.07);
      small.fillStyle = kit.shadow(1);
      small.fill(path);
    },
    { alpha },
  );
}

/** A cottage, its foot's middle at (x, y), `size` wide. */
export function drawHouse(context: SKRSContext2D, kit: PaperKit, x: number, y: number, size: number): void {
  const { palette, accent, white } = kit;
  context.save();
  context.translate(x, y);
  const half = size / 2;
  const wall = polygon([
    [-half * 0.82, 0],
    [-half * 0.82, -size * 0.46],
    [half * 0.82, -size * 0.46],
    [half * 0.82, 0],
  ]);
  const roof = polygon([
    [-half, -size * 0.42],
    [-half * 0.62, -size * 0.86],
    [half * 0.62, -size * 0.86],
    [half, -size * 0.42],
  ]);
  dropShadow(context, kit, wall, size);
  context.fillStyle = lit(palette, accent, -0.26);
  context.fillRect(half * 0.28, -size * 1.0, size * 0.11, size * 0.3);
  const face = context.createLinearGradient(-half, 0, half, 0);
  face.addColorStop(0, lit(palette, white, 0.02));
  face.addColorStop(1, lit(palette, white, -0.1));
  context.fillStyle = face;
  context.fill(wall);
  context.fillStyle = lit(palette, accent, -0.3, 0.35);
  context.fillRect(-half * 0.82, -size * 0.42, half * 1.64, size * 0.05);
  const tiles = context.createLinearGradient(-half, -size * 0.86, half, -size * 0.42);
  tiles.addColorStop(0, lit(palette, accent, 0.03));
  tiles.addColorStop(1, lit(palette, accent, -0.12));
  context.fillStyle = tiles;
  context.fill(roof);
  context.strokeStyle = lit(palette, accent, 0.15);
  context.lineWidth = Math.max(1.5, size * 0.016);
  context.beginPath();
  context.moveTo(-half, -size * 0.42);
  context.lineTo(-half * 0.62, -size * 0.86);
  context.lineTo(half * 0.62, -size * 0.86);
  context.stroke();
  const glow = palette.nature(80, 30);
  for (const windowX of [-0.5, 0.3]) {
    context.fillStyle = palette.tone(glow, 0.86, 1);
    context.fillRect(half * windowX, -size * 0.33, size * 0.13, size * 0.15);
    context.fillStyle = lit(palette, white, 0.02);
    context.fillRect(half * windowX + size * 0.057, -size * 0.33, size * 0.016, size * 0.15);
  }
  context.fillStyle = lit(palette, accent, -0.2);
  context.beginPath();
  context.roundRect(-half * 0.12, -size * 0.3, size * 0.13, size * 0.3, [size * 0.06, size * 0.06, 0, 0]);
  context.fill();
  context.restore();
}

/** A sailing boat with its reflection, the waterline's middle at (x, y). */
export function drawBoat(context: SKRSContext2D, kit: PaperKit, x: number, y: number, size: number): void {
  const { palette, accent, white } = kit;
  context.save();
  context.translate(x, y);
  const hull = new Path2D();
  hull.moveTo(-size * 0.5, -size * 0.2);
  hull.lineTo(size * 0.52, -size * 0.2);
  hull.quadraticCurveTo(size * 0.42, size * 0.03, size * 0.26, size * 0.04);
  hull.lineTo(-size * 0.28, size * 0.04);
  hull.quadraticCurveTo(-size * 0.44, size * 0.02, -size * 0.5, -size * 0.2);
  const main = polygon([
    [size * 0.02, -size * 0.26],
    [size * 0.02, -size * 1.14],
    [size * 0.44, -size * 0.3],
  ]);
  const jib = polygon([
    [-size * 0.04, -size * 0.28],
    [-size * 0.04, -size * 0.98],
    [-size * 0.4, -size * 0.32],
  ]);
  dropShadow(context, kit, main, size, 0.3);
  dropShadow(context, kit, hull, size, 0.45);
  context.fillStyle = lit(palette, accent, -0.2);
  context.fillRect(-size * 0.018, -size * 1.18, size * 0.03, size);
  const sail = (path: Path2D, material: Material, shift: number): void => {
    const gradient = context.createLinearGradient(-size * 0.4, 0, size * 0.45, 0);
    gradient.addColorStop(0, lit(palette, material, 0.03));
    gradient.addColorStop(1, lit(palette, material, shift));
    context.fillStyle = gradient;
    context.fill(path);
    context.strokeStyle = lit(palette, material, 0.14, 0.8);
    context.lineWidth = Math.max(1.5, size * 0.012);
    context.stroke(path);
  };
  sail(main, white, -0.1);
  sail(jib, accent, -0.04);
  const wood = context.createLinearGradient(0, -size * 0.2, 0, size * 0.05);
  wood.addColorStop(0, lit(palette, accent, -0.14));
  wood.addColorStop(1, lit(palette, accent, -0.32));
  context.fillStyle = wood;
  context.fill(hull);
  context.strokeStyle = lit(palette, accent, 0.14);
  context.lineWidth = Math.max(2, size * 0.022);
  context.beginPath();
  context.moveTo(-size * 0.5, -size * 0.2);
  context.lineTo(size * 0.52, -size * 0.2);
  context.stroke();
  context.restore();
}

/** A fir of four tiers, its foot at (x, y). */
export function drawConifer(
  context: SKRSContext2D,
  kit: PaperKit,
  x: number,
  y: number,
  height: number,
  material: Material,
): void {
  const { palette } = kit;
  const half = height * 0.22;
  context.save();
  context.translate(x, y);
  context.fillStyle = kit.shadow(0.3);
  context.beginPath();
  context.ellipse(half * 0.5, 0, half * 1.2, half * 0.2, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = lit(palette, { ...material, chroma: 0.5 }, -0.1);
  context.fillRect(-height * 0.022, -height * 0.14, height * 0.044, height * 0.15);
  for (let tier = 0; tier < 4; tier++) {
    const top = -height * (0.46 + 0.18 * tier);
    const foot = -height * (0.1 + 0.19 * tier);
    const reach = half * (1 - 0.2 * tier);
    const whole = polygon([
      [0, top],
      [reach, foot],
      [reach * 0.5, foot - height * 0.018],
      [0, foot + height * 0.012],
      [-reach * 0.5, foot - height * 0.018],
      [-reach, foot],
    ]);
    context.fillStyle = lit(palette, material, -0.05 + 0.016 * tier);
    context.fill(whole);
    context.fillStyle = lit(palette, material, 0.045 + 0.02 * tier);
    context.fill(
      polygon([
        [0, top],
        [-reach, foot],
        [-reach * 0.5, foot - height * 0.018],
        [-reach * 0.08, foot],
      ]),
    );
    context.strokeStyle = lit(palette, material, 0.15 + 0.02 * tier, 0.7);
    context.lineWidth = Math.max(1.2, height * 0.006);
    context.beginPath();
    context.moveTo(0, top);
    context.lineTo(-reach, foot);
    context.stroke();
  }
  context.restore();
}

/** A round-headed tree, its foot at (x, y). */
export function drawBroadleaf(
  context: SKRSContext2D,
  kit: PaperKit,
  x: number,
  y: number,
  height: number,
  material: Material,
): void {
  const { palette } = kit;
  context.save();
  context.translate(x, y);
  context.fillStyle = kit.shadow(0.32);
  context.beginPath();
  context.ellipse(height * 0.14, 0, height * 0.28, height * 0.05, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = lit(palette, { ...material, chroma: 0.5 }, -0.12);
  context.fillRect(-height * 0.022, -height * 0.4, height * 0.044, height * 0.4);
  for (const [dx, dy, radius, shift] of [
    [0.1, -0.5, 0.2, -0.06],
    [-0.1, -0.53, 0.2, 0.02],
    [0.01, -0.73, 0.23, 0.05],
  ] as const) {
    const shade = context.createRadialGradient(
      (dx - 0.09) * height,
      (dy - 0.1) * height,
      0,
      dx * height,
      dy * height,
      radius * height * 1.1,
    );
    shade.addColorStop(0, lit(palette, material, shift + 0.1));
    shade.addColorStop(1, lit(palette, material, shift - 0.07));
    context.fillStyle = shade;
    context.beginPath();
    context.arc(dx * height, dy * height, radius * height, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}

/** A saguaro, its foot at (x, y). */
export function drawCactus(
  context: SKRSContext2D,
  kit: PaperKit,
  x: number,
  y: number,
  height: number,
  material: Material,
  side: 1 | -1,
): void {
  const { palette } = kit;
  const wide = height * 0.15;
  context.save();
  context.translate(x, y);
  context.fillStyle = kit.shadow(0.34);
  context.beginPath();
  context.ellipse(wide * 1.3, 0, wide * 2.2, wide * 0.24, 0, 0, Math.PI * 2);
  context.fill();
  context.scale(side, 1);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const arms = new Path2D();
  arms.moveTo(0, -height * 0.36);
  arms.lineTo(wide * 1.45, -height * 0.4);
  arms.lineTo(wide * 1.45, -height * 0.66);
  arms.moveTo(0, -height * 0.26);
  arms.lineTo(-wide * 1.3, -height * 0.3);
  arms.lineTo(-wide * 1.3, -height * 0.5);
  const trunk = new Path2D();
  trunk.moveTo(0, 0);
  trunk.lineTo(0, -height * 0.9);
  for (const [shift, by, width] of [
    [0, -0.07, 1],
    [-0.16 * side, 0.05, 0.62],
    [-0.26 * side, 0.14, 0.16],
  ] as const) {
    context.save();
    context.translate(shift * wide, 0);
    context.strokeStyle = lit(palette, material, by);
    context.lineWidth = wide * 0.7 * width;
    context.stroke(arms);
    context.lineWidth = wide * width;
    context.lineCap = 'round';
    context.stroke(trunk);
    context.restore();
  }
  context.restore();
}

/** A cloud of paper, its middle at (x, y), `size` wide. */
export function drawCloud(
  context: SKRSContext2D,
  kit: PaperKit,
  x: number,
  y: number,
  size: number,
  material: Material,
): void {
  context.save();
  context.translate(x, y);
  const path = new Path2D();
  path.moveTo(-size * 0.42, size * 0.14);
  path.arc(-size * 0.32, 0, size * 0.15, Math.PI * 0.62, Math.PI * 1.55);
  path.arc(-size * 0.08, -size * 0.13, size * 0.21, Math.PI * 1.05, Math.PI * 1.82);
  path.arc(size * 0.2, -size * 0.05, size * 0.16, Math.PI * 1.3, Math.PI * 1.98);
  path.arc(size * 0.36, size * 0.04, size * 0.1, Math.PI * 1.45, Math.PI * 0.5);
  path.closePath();
  dropShadow(context, kit, path, size * 0.62, 0.3);
  const face = context.createLinearGradient(0, -size * 0.34, 0, size * 0.16);
  face.addColorStop(0, lit(kit.palette, material, 0.04));
  face.addColorStop(1, lit(kit.palette, material, -0.045));
  context.fillStyle = face;
  context.fill(path);
  context.save();
  context.clip(path);
  context.strokeStyle = lit(kit.palette, material, 0.1, 0.9);
  context.lineWidth = Math.max(3, size * 0.02);
  context.stroke(path);
  context.restore();
  context.restore();
}

/** A few birds about (x, y). */
export function drawBirds(context: SKRSContext2D, colour: string, x: number, y: number, size: number): void {
  context.save();
  context.strokeStyle = colour;
  context.lineCap = 'round';
  for (const [dx, dy, scale] of [
    [0, 0, 1],
    [1.8, 0.7, 0.76],
    [-1.3, 1.1, 0.62],
    [0.9, 1.7, 0.5],
  ] as const) {
    const reach = size * scale * 0.5;
    context.lineWidth = Math.max(1.6, reach * 0.14);
    context.beginPath();
    context.moveTo(x + dx * size - reach, y + dy * size - reach * 0.3);
    context.quadraticCurveTo(x + dx * size - reach * 0.4, y + dy * size - reach * 0.62, x + dx * size, y + dy * size);
    context.quadraticCurveTo(
      x + dx * size + reach * 0.4,
      y + dy * size - reach * 0.62,
      x + dx * size + reach,
      y + dy * size - reach * 0.3,
    );
    context.stroke();
  }
  context.restore();
}

/** A hot-air balloon, its envelope's middle at (x, y), `size` tall. */
export function drawBalloon(context: SKRSContext2D, kit: PaperKit, x: number, y: number, size: number): void {
  const { palette, accent, white } = kit;
  const radius = size * 0.36;
  context.save();
  context.translate(x, y);
  const skin = new Path2D();
  skin.arc(0, 0, radius, Math.PI * 0.86, Math.PI * 0.14);
  skin.quadraticCurveTo(radius * 0.6, radius * 1.02, radius * 0.2, radius * 1.34);
  skin.lineTo(-radius * 0.2, radius * 1.34);
  skin.quadraticCurveTo(-radius * 0.6, radius * 1.02, -radius * 0.9, radius * 0.42);
  skin.closePath();
  dropShadow(context, kit, skin, size * 0.5, 0.34);
  context.save();
  context.clip(skin);
  for (const [place, edge] of [1, 0.72, 0.36].entries()) {
    for (const side of [-1, 1] as const) {
      const material = place % 2 === 0 ? accent : white;
      context.fillStyle = lit(palette, material, side < 0 ? 0.02 + 0.02 * place : -0.1 + 0.02 * place);
      context.beginPath();
      context.ellipse(
        0,
        radius * 0.14,
        radius * edge,
        radius * 1.3,
        0,
        side < 0 ? Math.PI / 2 : -Math.PI / 2,
        side < 0 ? Math.PI * 1.5 : Math.PI / 2,
      );
      context.fill();
    }
  }
  context.strokeStyle = lit(palette, white, 0.05, 0.7);
  context.lineWidth = Math.max(2.4, size * 0.012);
  context.beginPath();
  context.arc(0, 0, radius, Math.PI * 0.95, Math.PI * 1.6);
  context.stroke();
  context.restore();
  context.strokeStyle = lit(palette, accent, -0.3);
  context.lineWidth = Math.max(1.2, size * 0.006);
  context.beginPath();
  for (const rope of [-1, 1] as const) {
    context.moveTo(rope * radius * 0.18, radius * 1.34);
    context.lineTo(rope * radius * 0.13, radius * 1.6);
  }
  context.stroke();
  context.fillStyle = lit(palette, accent, -0.25);
  context.beginPath();
  context.roundRect(-radius * 0.17, radius * 1.6, radius * 0.34, radius * 0.26, radius * 0.05);
  context.fill();
  context.restore();
}
