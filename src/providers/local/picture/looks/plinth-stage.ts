import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { groundOf, heroRole, partnerRole } from '../ground.ts';
import { frondLeaflets, leafPath } from '../leaf-shapes.ts';
import { BLEED, type LookBrief } from '../look.ts';
import { areaLightness, type Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { catchLight, lit, type Material } from '../solids.ts';

/** The colours of the studio set: wall and floor of one paper, the thing behind, the plinths. */
export interface StageColours {
  /** The product's own colour. */
  readonly hero: 'key' | 'accent';
  readonly wall: Material;
  readonly plinth: Material;
  readonly behind: Material;
  /** The hue of every shadow here. */
  readonly shadow: (alpha: number) => string;
}

/** Chooses the set's colours: the ground for the paper, the hero's role for the product, the role farthest from the paper behind it. */
export function stageColours({ palette }: LookBrief): StageColours {
  const dark = palette.scheme === 'dark';
  const set = groundOf(palette);
  const hero = heroRole(palette, set);
  const behindRole = partnerRole(palette, set, hero);
  return {
    hero,
    wall: { colour: set, l: dark ? 0.27 : 0.9, chroma: dark ? 0.85 : fullness(set, 0.062) },
    plinth: { colour: set, l: dark ? 0.42 : 0.84, chroma: dark ? 1 : fullness(set, 0.09), gloss: 0.25 },
    behind: {
      colour: behindRole,
      l: dark ? 0.5 : areaLightness(palette[behindRole]) + 0.03,
      chroma: dark ? 0.9 : 0.85,
    },
    shadow: (alpha) => palette.tone(set, dark ? 0.07 : 0.28, Math.min(0.9, fullness(set, 0.07)), alpha),
  };
}

/** The factor that gives a colour about this chroma; the palest papers keep a little of theirs, the loudest lose most. */
function fullness(colour: Oklch, chroma: number): number {
  return Math.min(1.3, chroma / Math.max(0.02, colour.c));
}

/** Wall, cove and floor in one sweep of paper, with a pool of light from the upper left and the light of a window. */
export function drawBackdrop(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  focus: { readonly x: number; readonly y: number },
): void {
  const { frame, palette, u } = brief;
  const { width, height } = frame;
  const dark = palette.scheme === 'dark';
  const { wall } = colours;
  const sweep = context.createLinearGradient(0, -BLEED * height, 0, height * (1 + BLEED));
  const at = (fraction: number): number => (fraction + BLEED) / (1 + 2 * BLEED);
  sweep.addColorStop(0, lit(palette, wall, dark ? -0.05 : 0.015));
  sweep.addColorStop(at(0.35), lit(palette, wall, 0.01));
  sweep.addColorStop(at(0.66), lit(palette, wall, -0.025));
  sweep.addColorStop(at(0.715), lit(palette, { ...wall, chroma: (wall.chroma ?? 1) * 1.25 }, dark ? -0.035 : -0.055));
  sweep.addColorStop(at(0.77), lit(palette, { ...wall, chroma: (wall.chroma ?? 1) * 1.2 }, dark ? 0.03 : -0.03));
  sweep.addColorStop(at(0.9), lit(palette, { ...wall, chroma: (wall.chroma ?? 1) * 1.3 }, dark ? 0.015 : -0.05));
  sweep.addColorStop(1, lit(palette, { ...wall, chroma: (wall.chroma ?? 1) * 1.35 }, dark ? -0.05 : -0.12));
  context.fillStyle = sweep;
  fillAll(context, frame);
  const reach = Math.max(width, height) * 0.72;
  const pool = context.createRadialGradient(
    focus.x - 300 * u,
    focus.y - 260 * u,
    0,
    focus.x - 300 * u,
    focus.y - 260 * u,
    reach,
  );
  pool.addColorStop(0, lit(palette, wall, dark ? 0.2 : 0.09, dark ? 0.6 : 0.8));
  pool.addColorStop(0.5, lit(palette, wall, dark ? 0.12 : 0.06, 0.25));
  pool.addColorStop(1, lit(palette, wall, 0.05, 0));
  context.fillStyle = pool;
  fillAll(context, frame);
  const far = context.createRadialGradient(
    focus.x - width * 0.2,
    height * 0.3,
    reach * 0.5,
    focus.x - width * 0.2,
    height * 0.3,
    reach * 1.5,
  );
  far.addColorStop(0, colours.shadow(0));
  far.addColorStop(1, colours.shadow(dark ? 0.5 : 0.26));
  context.fillStyle = far;
  fillAll(context, frame);
}

/** The sun through a window with `panes` columns, thrown slantwise on the wall about (x, y). */
export function drawWindowLight(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  x: number,
  y: number,
  panes: number,
): void {
  const { u, palette } = brief;
  const dark = palette.scheme === 'dark';
  const [paneWidth, paneHeight, gap] = [210 * u, 250 * u, 26 * u];
  const across = panes * (paneWidth + gap);
  softly(
    context,
    { x: x - across, y: y - 420 * u, width: across * 2.2, height: 1000 * u },
    16 * u,
    (small) => {
      small.translate(x, y);
      small.transform(1, 0.36, -0.2, 1, 0, 0);
      small.fillStyle = lit(palette, colours.wall, dark ? 0.28 : 0.1);
      for (let column = 0; column < panes; column++) {
        for (const row of [0, 1])
          small.fillRect(
            -across / 2 + column * (paneWidth + gap),
            -paneHeight + row * (paneHeight + gap),
            paneWidth,
            paneHeight,
          );
      }
    },
    { alpha: dark ? 0.3 : 0.6, composite: 'source-over' },
  );
}

/** The shadow of a palm frond on the wall, from a stem outside the picture. */
export function drawPalmShadow(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  foot: { readonly x: number; readonly y: number; readonly angle: number; readonly length: number },
): void {
  const random = brief.random.fork('palm');
  const fronds = [
    { angle: foot.angle, length: foot.length, alpha: 1 },
    { angle: foot.angle + random.between(0.34, 0.5), length: foot.length * 0.78, alpha: 0.8 },
  ];
  softly(
    context,
    {
      x: foot.x - foot.length * 1.3,
      y: foot.y - foot.length * 1.2,
      width: foot.length * 2.6,
      height: foot.length * 2.4,
    },
    18 * brief.u,
    (small) => {
      for (const frond of fronds) {
        small.save();
        small.translate(foot.x, foot.y);
        small.rotate(frond.angle);
        small.globalAlpha = frond.alpha;
        small.fillStyle = colours.shadow(1);
        for (const leaflet of frondLeaflets(13, 0.22)) {
          small.save();
          small.translate(leaflet.x * frond.length, leaflet.y * frond.length);
          small.rotate(leaflet.angle * 0.86);
          small.fill(leafPath(frond.length * 0.46 * leaflet.reach, frond.length * 0.062));
          small.restore();
        }
        small.restore();
      }
    },
    { alpha: brief.palette.scheme === 'dark' ? 0.5 : 0.3, composite: 'multiply' },
  );
}

/** A flat shape standing behind the product, its shadow on the wall, its thickness and the edge that catches light. */
export function drawBehind(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  shape: Path2D,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const { u, palette } = brief;
  softly(
    context,
    { x: box.x, y: box.y, width: box.width + 60 * u, height: box.height + 50 * u },
    46 * u,
    (small) => {
      small.translate(34 * u, 26 * u);
      small.fillStyle = colours.shadow(1);
      small.fill(shape);
    },
    { alpha: 0.42 },
  );
  context.save();
  for (let step = 12; step >= 1; step--) {
    context.save();
    context.translate(step * u * 0.9, step * u * 0.2);
    context.fillStyle = lit(palette, colours.behind, -0.2 + step * 0.004);
    context.fill(shape);
    context.restore();
  }
  const face = context.createLinearGradient(box.x, box.y, box.x + box.width * 0.8, box.y + box.height);
  face.addColorStop(0, lit(palette, colours.behind, 0.07));
  face.addColorStop(0.5, lit(palette, colours.behind, 0));
  face.addColorStop(1, lit(palette, colours.behind, -0.09));
  context.fillStyle = face;
  context.fill(shape);
  catchLight(context, shape, {
    colour: (alpha) => lit(palette, colours.behind, 0.2, alpha),
    widthPx: 2.4 * u,
    from: [box.x, box.y],
    to: [box.x + box.width, box.y + box.height],
  });
  context.restore();
}
