import { Path2D, type CanvasGradient, type SKRSContext2D } from '@napi-rs/canvas';
import type { ColourRole, Oklch, Palette } from './palette.ts';

/** A material: a colour at a lightness, how strongly it shines (0 chalk, 1 lacquer), and how much of its chroma it keeps. */
export interface Material {
  readonly colour: ColourRole | Oklch;
  readonly l: number;
  readonly chroma?: number;
  readonly gloss?: number;
}

/** The tone of a material moved in lightness, as light (plus) or shade (minus) moves it. */
export function lit(palette: Palette, material: Material, by: number, alpha = 1): string {
  return palette.tone(material.colour, Math.min(0.985, Math.max(0.05, material.l + by)), material.chroma ?? 1, alpha);
}

/** Light from the upper left across something round and upright, from x-radius to x+radius. */
export function roundGradient(
  context: SKRSContext2D,
  palette: Palette,
  material: Material,
  x: number,
  radius: number,
): CanvasGradient {
  const gradient = context.createLinearGradient(x - radius, 0, x + radius, 0);
  const gloss = material.gloss ?? 0.3;
  gradient.addColorStop(0, lit(palette, material, -0.07));
  gradient.addColorStop(0.1, lit(palette, material, 0.0));
  gradient.addColorStop(0.24, lit(palette, material, 0.06 + 0.1 * gloss));
  gradient.addColorStop(0.36, lit(palette, material, 0.05));
  gradient.addColorStop(0.6, lit(palette, material, -0.035));
  gradient.addColorStop(0.88, lit(palette, material, -0.16));
  gradient.addColorStop(1, lit(palette, material, -0.11));
  return gradient;
}

/** A step of a turned body's outline: radius at a height `y` (down is plus); `round` is the corner's radius. */
export interface Turn {
  readonly radius: number;
  readonly y: number;
  readonly round?: number;
}

/**
 * The outline of a body turned on a lathe, from its top to its foot, ends closed by ellipses of `flatness` (0.1 seen nearly level, 0.3 from above).
 */
export function turnedPath(x: number, profile: readonly Turn[], flatness: number): Path2D {
  const path = new Path2D();
  const first = profile[0];
  const last = profile.at(-1);
  if (first === undefined || last === undefined) return path;
  path.moveTo(x - first.radius, first.y);
  path.ellipse(x, first.y, first.radius, first.radius * flatness, 0, Math.PI, Math.PI * 2);
  for (let place = 1; place < profile.length; place++) {
    const here = profile[place];
    const next = profile[place + 1];
    if (here === undefined) continue;
    if (next !== undefined && here.round !== undefined)
      path.arcTo(x + here.radius, here.y, x + next.radius, next.y, here.round);
    else path.lineTo(x + here.radius, here.y);
  }
  path.ellipse(x, last.y, last.radius, last.radius * flatness, 0, 0, Math.PI);
  for (let place = profile.length - 2; place >= 0; place--) {
    const here = profile[place];
    const next = profile[place - 1];
    if (here === undefined) continue;
    if (next !== undefined && here.round !== undefined)
      path.arcTo(x - here.radius, here.y, x - next.radius, next.y, here.round);
    else path.lineTo(x - here.radius, here.y);
  }
  path.closePath();
  return path;
}

/** An upright cylinder with a lit top and an edge that catches the light; `y` is the centre of its top. */
export function cylinder(
  context: SKRSContext2D,
  palette: Palette,
  body: {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly height: number;
    readonly flatness: number;
  },
  material: Material,
): void {
  const { x, y, radius, height, flatness } = body;
  const side = turnedPath(
    x,
    [
      { radius, y },
      { radius, y: y + height },
    ],
    flatness,
  );
  context.fillStyle = roundGradient(context, palette, material, x, radius);
  context.fill(side);
  // Light dies towards the foot.
  const fall = context.createLinearGradient(0, y, 0, y + height + radius * flatness);
  fall.addColorStop(0, lit(palette, material, -0.2, 0));
  fall.addColorStop(1, lit(palette, material, -0.24, 0.34));
  context.fillStyle = fall;
  context.fill(side);
  const top = context.createLinearGradient(x - radius, y - radius * flatness, x + radius * 0.8, y + radius * flatness);
  top.addColorStop(0, lit(palette, material, 0.13));
  top.addColorStop(0.55, lit(palette, material, 0.085));
  top.addColorStop(1, lit(palette, material, 0.03));
  context.fillStyle = top;
  context.beginPath();
  context.ellipse(x, y, radius, radius * flatness, 0, 0, Math.PI * 2);
  context.fill();
  const edge = context.createLinearGradient(x - radius, 0, x + radius, 0);
  edge.addColorStop(0, lit(palette, material, 0.16, 0.5));
  edge.addColorStop(0.28, lit(palette, material, 0.24, 1));
  edge.addColorStop(0.7, lit(palette, material, 0.14, 0.5));
  edge.addColorStop(1, lit(palette, material, 0.1, 0.05));
  context.strokeStyle = edge;
  context.lineWidth = Math.max(1.4, radius * 0.012);
  context.beginPath();
  context.ellipse(
    x,
    y + context.lineWidth * 0.4,
    radius - context.lineWidth * 0.5,
    radius * flatness,
    0,
    0.04 * Math.PI,
    0.96 * Math.PI,
  );
  context.stroke();
}

/** A ball lit from the upper left. */
export function ball(
  context: SKRSContext2D,
  palette: Palette,
  x: number,
  y: number,
  radius: number,
  material: Material,
): void {
  const gloss = material.gloss ?? 0.5;
  const shade = context.createRadialGradient(
    x - radius * 0.36,
    y - radius * 0.42,
    radius * 0.04,
    x - radius * 0.12,
    y - radius * 0.14,
    radius * 1.2,
  );
  shade.addColorStop(0, lit(palette, material, 0.2 + 0.06 * gloss));
  shade.addColorStop(0.25, lit(palette, material, 0.1));
  shade.addColorStop(0.55, lit(palette, material, -0.03));
  shade.addColorStop(0.85, lit(palette, material, -0.19));
  shade.addColorStop(1, lit(palette, material, -0.27));
  context.fillStyle = shade;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
  if (gloss <= 0) return;
  // The lamp, seen small in the lacquer, and the ground's light coming back from below.
  context.save();
  context.clip();
  const lamp = context.createRadialGradient(
    x - radius * 0.4,
    y - radius * 0.46,
    0,
    x - radius * 0.4,
    y - radius * 0.46,
    radius * 0.34,
  );
  lamp.addColorStop(0, `rgba(255,255,255,${0.85 * gloss})`);
  lamp.addColorStop(0.4, `rgba(255,255,255,${0.3 * gloss})`);
  lamp.addColorStop(1, 'rgba(255,255,255,0)');
  context.fillStyle = lamp;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  const bounce = context.createRadialGradient(
    x + radius * 0.3,
    y + radius * 0.95,
    0,
    x + radius * 0.3,
    y + radius * 0.95,
    radius * 0.75,
  );
  bounce.addColorStop(0, lit(palette, material, 0.12, 0.4 * gloss));
  bounce.addColorStop(1, lit(palette, material, 0.12, 0));
  context.fillStyle = bounce;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  context.restore();
}

/** Lets the edge of a flat thing catch light along its upper left: a line inside the path that fades to nothing at the lower right. */
export function catchLight(
  context: SKRSContext2D,
  path: Path2D,
  edge: {
    readonly colour: (alpha: number) => string;
    readonly widthPx: number;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly strength?: number;
  },
): void {
  const strength = edge.strength ?? 1;
  const gradient = context.createLinearGradient(edge.from[0], edge.from[1], edge.to[0], edge.to[1]);
  gradient.addColorStop(0, edge.colour(strength));
  gradient.addColorStop(0.45, edge.colour(0.35 * strength));
  gradient.addColorStop(0.75, edge.colour(0));
  context.save();
  context.clip(path);
  context.strokeStyle = gradient;
  context.lineWidth = edge.widthPx * 2;
  context.stroke(path);
  context.restore();
}
