import { createCanvas, Path2D, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import { softly, type Area } from '../soft.ts';
import { catchLight, lit, type Material } from '../solids.ts';

/** What glass and lacquer need to know of a picture: `k` pixels per unit, the hue of shadows. */
export interface Glass {
  readonly palette: Palette;
  readonly k: number;
  readonly shadow: (alpha: number) => string;
}

/** Half size is enough behind glass, which shows nothing sharply. */
const BEHIND_SCALE = 0.5;

function copyOf(area: Area, behind: (context: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(Math.ceil(area.width * BEHIND_SCALE), Math.ceil(area.height * BEHIND_SCALE));
  const context = canvas.getContext('2d');
  context.scale(BEHIND_SCALE, BEHIND_SCALE);
  context.translate(-area.x, -area.y);
  behind(context);
  return canvas;
}

function paneShadow(context: SKRSContext2D, glass: Glass, path: Path2D, area: Area): void {
  softly(
    context,
    { ...area, width: area.width + 60 * glass.k, height: area.height + 70 * glass.k },
    54 * glass.k,
    (small) => {
      small.translate(26 * glass.k, 34 * glass.k);
      small.fillStyle = glass.shadow(1);
      small.fill(path);
    },
    { alpha: 0.36 },
  );
}

/** A pane of reeded glass: each reed of 46 units shows 2.6 reeds' width of what is behind. */
export function drawPane(
  context: SKRSContext2D,
  glass: Glass,
  pane: Area,
  behind: (context: SKRSContext2D) => void,
): void {
  const { k } = glass;
  const reed = 46 * k;
  const margin = reed;
  const seen: Area = { x: pane.x - margin, y: pane.y, width: pane.width + 2 * margin, height: pane.height };
  const copy = copyOf(seen, behind);
  const path = new Path2D();
  path.roundRect(pane.x, pane.y, pane.width, pane.height, 34 * k);
  paneShadow(context, glass, path, pane);
  context.save();
  context.clip(path);
  for (let x = pane.x; x < pane.x + pane.width; x += reed) {
    const sourceWidth = 2.6 * reed;
    const sourceX = Math.max(0, Math.min(seen.width - sourceWidth, x + reed / 2 - sourceWidth / 2 - seen.x));
    context.drawImage(
      copy,
      sourceX * BEHIND_SCALE,
      0,
      sourceWidth * BEHIND_SCALE,
      copy.height,
      x,
      pane.y,
      reed + 1,
      pane.height,
    );
    const shine = context.createLinearGradient(x, 0, x + reed, 0);
    shine.addColorStop(0, 'rgba(255,255,255,0.34)');
    shine.addColorStop(0.12, 'rgba(255,255,255,0.1)');
    shine.addColorStop(0.55, 'rgba(255,255,255,0.02)');
    shine.addColorStop(0.9, glass.shadow(0.16));
    shine.addColorStop(1, glass.shadow(0.3));
    context.fillStyle = shine;
    context.fillRect(x, pane.y, reed, pane.height);
  }
  const sheen = context.createLinearGradient(pane.x, pane.y, pane.x + pane.width, pane.y + pane.height);
  sheen.addColorStop(0, 'rgba(255,255,255,0.22)');
  sheen.addColorStop(0.5, 'rgba(255,255,255,0.03)');
  sheen.addColorStop(1, 'rgba(255,255,255,0.1)');
  context.fillStyle = sheen;
  context.fillRect(pane.x, pane.y, pane.width, pane.height);
  context.restore();
  glassEdge(context, path, pane, k);
}

function glassEdge(context: SKRSContext2D, path: Path2D, area: Area, k: number): void {
  context.strokeStyle = 'rgba(255,255,255,0.28)';
  context.lineWidth = 1.6 * k;
  context.stroke(path);
  catchLight(context, path, {
    colour: (alpha) => `rgba(255,255,255,${alpha})`,
    widthPx: 3 * k,
    from: [area.x, area.y],
    to: [area.x + area.width, area.y + area.height],
    strength: 0.9,
  });
}

/** Three capsules of frosted glass lying aslant, what is behind seen through them softly. */
export function drawCapsules(
  context: SKRSContext2D,
  glass: Glass,
  x: number,
  y: number,
  behind: (context: SKRSContext2D) => void,
  lean: 1 | -1,
): void {
  const { k } = glass;
  const reach = 520 * k;
  const area: Area = { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
  const copy = copyOf(area, behind);
  const frosted = createCanvas(copy.width, copy.height);
  const lens = frosted.getContext('2d');
  lens.filter = `blur(${13 * k}px) saturate(1.25)`;
  lens.drawImage(copy, 0, 0);
  for (const [shift, length, width] of [
    [-250, 560, 150],
    [-60, 760, 190],
    [150, 520, 130],
  ] as const) {
    const path = new Path2D();
    const angle = (-Math.PI / 4) * lean;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const capsule = new Path2D();
    capsule.roundRect(-length / 2, -width / 2, length, width, width / 2);
    path.addPath(capsule, {
      a: cos * k,
      b: sin * k,
      c: -sin * k,
      d: cos * k,
      e: x - sin * shift * k,
      f: y + cos * shift * k,
    });
    paneShadow(context, glass, path, area);
    context.save();
    context.clip(path);
    context.drawImage(frosted, area.x, area.y, area.width, area.height);
    context.translate(x - sin * shift * k, y + cos * shift * k);
    context.rotate(angle);
    const body = context.createLinearGradient(0, (-width / 2) * k, 0, (width / 2) * k);
    body.addColorStop(0, 'rgba(255,255,255,0.42)');
    body.addColorStop(0.35, 'rgba(255,255,255,0.14)');
    body.addColorStop(1, 'rgba(255,255,255,0.06)');
    context.fillStyle = body;
    context.fillRect((-length / 2) * k, (-width / 2) * k, length * k, width * k);
    context.restore();
    glassEdge(context, path, { x: x - 300 * k, y: y - 300 * k, width: 600 * k, height: 600 * k }, k);
  }
}

/** A lacquered ring, seen from the front: strokes from deep and broad to light and thin, moved towards the lamp. */
export function drawRing(
  context: SKRSContext2D,
  glass: Glass,
  x: number,
  y: number,
  radius: number,
  tube: number,
  material: Material,
): void {
  const { palette, k } = glass;
  softly(
    context,
    { x: x - radius - tube, y: y - radius - tube, width: (radius + tube) * 2.2, height: (radius + tube) * 2.3 },
    70 * k,
    (small) => {
      small.strokeStyle = glass.shadow(1);
      small.lineWidth = tube * 1.5;
      small.beginPath();
      small.arc(x + 44 * k, y + 74 * k, radius, 0, Math.PI * 2);
      small.stroke();
    },
    { alpha: 0.44 },
  );
  const steps = 26;
  for (let step = 0; step < steps; step++) {
    const share = step / (steps - 1);
    const width = tube * 2 * Math.cos(share * Math.PI * 0.5) + 1;
    // The light's side of the tube: a surface curving towards the viewer, brightest where it faces up left.
    const gradient = context.createLinearGradient(x - radius, y - radius, x + radius, y + radius);
    gradient.addColorStop(0, lit(palette, material, -0.16 + 0.34 * share));
    gradient.addColorStop(0.5, lit(palette, material, -0.2 + 0.26 * share));
    gradient.addColorStop(1, lit(palette, material, -0.28 + 0.2 * share));
    context.strokeStyle = gradient;
    context.lineWidth = width;
    context.beginPath();
    context.arc(x - tube * 0.2 * share, y - tube * 0.26 * share, radius - tube * 0.02 * share, 0, Math.PI * 2);
    context.stroke();
  }
  softly(
    context,
    { x: x - radius - tube, y: y - radius - tube, width: (radius + tube) * 2, height: (radius + tube) * 2 },
    16 * k,
    (small) => {
      small.strokeStyle = 'white';
      small.lineCap = 'round';
      small.lineWidth = tube * 0.24;
      small.beginPath();
      small.arc(x - tube * 0.2, y - tube * 0.26, radius + tube * 0.3, Math.PI * 1.06, Math.PI * 1.44);
      small.stroke();
      small.lineWidth = tube * 0.1;
      small.beginPath();
      small.arc(x, y, radius - tube * 0.62, Math.PI * 0.12, Math.PI * 0.4);
      small.stroke();
    },
    { alpha: 0.8 },
  );
}

/** Half rings standing in one another like a rainbow, each a round bar of lacquer. */
export function drawArcs(
  context: SKRSContext2D,
  glass: Glass,
  x: number,
  y: number,
  radius: number,
  materials: readonly Material[],
): void {
  const { palette, k } = glass;
  const tube = radius / (materials.length * 2 + 2.5);
  for (const [place, material] of materials.entries()) {
    const middle = radius - tube * (1 + 2 * place);
    const arc = (target: SKRSContext2D, dx: number, dy: number, width: number): void => {
      target.lineWidth = width;
      target.beginPath();
      target.moveTo(x - middle + dx, y + dy);
      target.arc(x + dx, y + dy - 2 * k, middle, Math.PI, Math.PI * 2);
      target.lineTo(x + middle + dx, y + dy);
      target.stroke();
    };
    softly(
      context,
      { x: x - radius, y: y - radius, width: radius * 2.3, height: radius * 1.3 },
      40 * k,
      (small) => {
        small.strokeStyle = glass.shadow(1);
        arc(small, 26 * k, 24 * k, tube * 1.9);
      },
      { alpha: 0.4 },
    );
    const steps = 16;
    for (let step = 0; step < steps; step++) {
      const share = step / (steps - 1);
      const gradient = context.createLinearGradient(x - middle, y - middle, x + middle, y);
      gradient.addColorStop(0, lit(palette, material, -0.13 + 0.27 * share));
      gradient.addColorStop(0.55, lit(palette, material, -0.17 + 0.22 * share));
      gradient.addColorStop(1, lit(palette, material, -0.26 + 0.18 * share));
      context.strokeStyle = gradient;
      arc(context, -tube * 0.16 * share, -tube * 0.2 * share, tube * 1.96 * Math.cos(share * Math.PI * 0.5) + 1);
    }
  }
}
