import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { BLEED, type LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';
import { drawBalloon, drawBirds, drawCloud, type PaperKit } from './paper-props.ts';

/** The kinds of land a paper landscape knows. */
export type Country = 'mountain' | 'hills' | 'sea' | 'desert';

/** A paper landscape before it is drawn: sun, sky, six outlines and what stands on them. */
export interface Scene {
  readonly country: Country;
  readonly kit: PaperKit;
  readonly sky: Material;
  readonly sun: Material & { readonly x: number; readonly y: number; readonly radius: number };
  readonly land: Oklch;
  readonly ridges: readonly ((x: number) => number)[];
  readonly k: number;
  readonly mirror: 1 | -1;
}

/** From the upper sky down to a warm horizon. */
export function drawSky(context: SKRSContext2D, { frame, palette }: LookBrief, { sky, sun }: Scene): void {
  const dark = palette.scheme === 'dark';
  const gradient = context.createLinearGradient(0, -BLEED * frame.height, 0, frame.height * 0.66);
  gradient.addColorStop(0, lit(palette, sky, dark ? -0.05 : -0.02));
  gradient.addColorStop(0.5, lit(palette, sky, dark ? 0.02 : 0.015));
  gradient.addColorStop(1, lit(palette, { ...sky, colour: sun.colour, chroma: dark ? 0.6 : 0.4 }, dark ? 0.14 : 0.01));
  context.fillStyle = gradient;
  fillAll(context, frame);
}

/** Five rings of paper, each a step nearer to the sun's own colour, and the sun lying on them. */
export function drawSun(context: SKRSContext2D, { palette, u }: LookBrief, { sun, sky }: Scene): void {
  const dark = palette.scheme === 'dark';
  const rings = 5;
  const disc = (radius: number, colour: string, light: string, depth: number): void => {
    softly(
      context,
      { x: sun.x - radius, y: sun.y - radius, width: radius * 2, height: radius * 2.1 },
      depth,
      (small) => {
        small.fillStyle = lit(palette, { ...sky, colour: sun.colour, l: dark ? 0.08 : 0.42 }, 0);
        small.beginPath();
        small.arc(sun.x + 5 * u, sun.y + 12 * u, radius, 0, Math.PI * 2);
        small.fill();
      },
      { alpha: dark ? 0.34 : 0.17 },
    );
    context.fillStyle = colour;
    context.beginPath();
    context.arc(sun.x, sun.y, radius, 0, Math.PI * 2);
    context.fill();
    const edge = context.createLinearGradient(
      sun.x - radius,
      sun.y - radius,
      sun.x + radius * 0.4,
      sun.y + radius * 0.4,
    );
    edge.addColorStop(0, light);
    edge.addColorStop(1, 'rgba(255,255,255,0)');
    context.strokeStyle = edge;
    context.lineWidth = 2.2 * u;
    context.stroke();
  };
  for (let ring = 0; ring < rings; ring++) {
    const reach = sun.radius * (2.55 - (1.19 * ring) / (rings - 1));
    const share = (ring + 1) / (rings + 1);
    const l = sky.l + (dark ? 0.045 * (ring + 1) : 0.014 - 0.009 * (ring + 1));
    const tint: Material = {
      colour: !dark || share > 0.45 ? sun.colour : sky.colour,
      l,
      chroma: dark ? 0.7 : 0.16 + 0.4 * share,
    };
    disc(reach, lit(palette, tint, 0), lit(palette, tint, 0.09, dark ? 0.5 : 0.9), 34 * u);
  }
  const face = context.createLinearGradient(
    sun.x - sun.radius,
    sun.y - sun.radius,
    sun.x + sun.radius,
    sun.y + sun.radius,
  );
  face.addColorStop(0, lit(palette, sun, 0.06));
  face.addColorStop(1, lit(palette, sun, -0.07));
  context.save();
  disc(sun.radius, lit(palette, sun, 0), lit(palette, sun, 0.16), 40 * u);
  context.fillStyle = face;
  context.beginPath();
  context.arc(sun.x, sun.y, sun.radius - 1.2 * u, 0, Math.PI * 2);
  context.fill();
  context.restore();
}

/** Clouds beside the sun, never in the text zone, birds before it, a balloon in some compositions. */
export function drawAir(context: SKRSContext2D, brief: LookBrief, scene: Scene): void {
  const { frame, palette, shape, composition, random } = brief;
  const { sun, kit, k } = scene;
  const air = random.fork('air');
  const dark = palette.scheme === 'dark';
  const cloud: Material = dark
    ? { colour: scene.land, l: 0.62, chroma: 0.6 }
    : { colour: scene.sky.colour, l: 0.965, chroma: 0.6 };
  const side = sun.x > frame.width / 2 ? -1 : 1;
  const low = frame.height * { portrait: 0.4, square: 0.42, landscape: 0.44 }[shape];
  const spots = [
    { x: sun.x + side * sun.radius * 1.75, y: low + air.between(0, 0.03) * frame.height, size: 230 * k },
    { x: sun.x - side * sun.radius * 1.2, y: sun.y + sun.radius * 0.42, size: 170 * k },
  ];
  for (const spot of spots) drawCloud(context, kit, spot.x, spot.y, spot.size, cloud);
  drawBirds(
    context,
    palette.tone(scene.land, dark ? 0.12 : 0.34, 0.8, 0.85),
    sun.x + side * sun.radius * 0.62,
    sun.y - sun.radius * 0.45,
    46 * k,
  );
  if (composition % 4 === 1 || composition % 4 === 2) {
    const size = (composition % 4 === 1 ? 250 : 320) * k;
    const x =
      shape === 'landscape'
        ? frame.width * (composition % 4 === 1 ? 0.88 : 0.84)
        : frame.width / 2 - scene.mirror * frame.width * (composition % 4 === 1 ? 0.29 : -0.22);
    drawBalloon(context, kit, x, frame.height * { portrait: 0.43, square: 0.45, landscape: 0.3 }[shape], size);
  }
}
