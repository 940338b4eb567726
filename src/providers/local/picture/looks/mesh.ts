import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { colourMesh, type MeshPoint } from '../colour-mesh.ts';
import { betweenShapes } from '../frame.ts';
import { groundOf } from '../ground.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import { areaLightness, type ColourRole } from '../palette.ts';
import { softly } from '../soft.ts';
import { ball, type Material } from '../solids.ts';
import { drawArcs, drawCapsules, drawPane, drawRing, type Glass } from './mesh-glass.ts';
import { usualTextZone } from '../text-zone.ts';

/** Colours flowing into one another, a lacquered form before them, glass before that. */
export const mesh: Look = {
  id: 'mesh',
  version: 1,
  compositions: 4,
  textZone: usualTextZone,
  draw(brief, paint) {
    const field = colourMesh(brief.frame, brief.random.fork('field'), pointsOf(brief));
    const stage = stageOf(brief);
    const backdrop = (context: SKRSContext2D): void => {
      drawField(context, brief, field);
    };
    const form = (context: SKRSContext2D): void => {
      drawForm(context, brief, stage);
    };
    paint(0, backdrop);
    paint(0.5, form);
    paint(1, (context) => {
      drawGlass(context, brief, stage, (behind) => {
        backdrop(behind);
        form(behind);
      });
    });
  },
};

/** The middle of the form, pixels per unit, and its materials. */
interface Stage {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly side: 1 | -1;
  readonly hero: Material;
  readonly bead: Material;
  readonly third: Material;
  readonly shadow: (alpha: number) => string;
}

function stageOf(brief: LookBrief): Stage {
  const { palette, frame, shape, u } = brief;
  const dark = palette.scheme === 'dark';
  const ground = groundOf(palette);
  const [hero, bead]: readonly [ColourRole, ColourRole] =
    dark || palette.key.l > 0.78 || palette.key.c < 0.03 ? ['accent', 'key'] : ['key', 'accent'];
  return {
    x: frame.width * { portrait: 0.5, square: 0.5, landscape: 0.71 }[shape],
    y: frame.height * { portrait: 0.615, square: 0.66, landscape: 0.51 }[shape],
    k: u * (shape === 'landscape' ? 0.94 : betweenShapes(frame, 0.78, 1.08)) * (brief.shot === 'close' ? 1.3 : 1),
    side: brief.random.fork('side').next() < 0.5 ? 1 : -1,
    hero: { colour: hero, l: Math.min(0.72, areaLightness(palette[hero]) - 0.06), gloss: 0.7 },
    bead: { colour: bead, l: Math.min(0.76, areaLightness(palette[bead])), gloss: 0.85 },
    third: { colour: 'second', l: 0.74, gloss: 0.85 },
    shadow: (alpha) => palette.tone(ground, dark ? 0.06 : 0.3, 0.9, alpha),
  };
}

/** Six points; the text side stays calm and of one lightness, the far corner carries the strongest colour. */
function pointsOf(brief: LookBrief): readonly MeshPoint[] {
  const { palette, shape } = brief;
  const random = brief.random.fork('points');
  const dark = palette.scheme === 'dark';
  const ground = groundOf(palette);
  const calm = dark ? 0.24 : 0.9;
  const strong = dark ? 0.44 : 0.8;
  const near = (value: number): number => value + random.between(-0.07, 0.07);
  const places =
    shape === 'landscape'
      ? ([
          [0.1, 0.2],
          [0.2, 0.85],
          [0.45, 0.45],
          [1.0, 0.1],
          [0.95, 0.9],
          [0.62, 1.0],
        ] as const)
      : ([
          [0.2, 0.05],
          [0.85, 0.16],
          [0.4, 0.34],
          [0.05, 0.72],
          [1.0, 0.62],
          [0.5, 1.05],
        ] as const);
  const tints: readonly (readonly [ColourRole | 'ground', number, number])[] = [
    ['ground', calm, 1],
    ['ground', calm + (dark ? 0.02 : 0.02), 1],
    ['ground', calm + (dark ? 0.06 : -0.02), 0.8],
    [random.pick(['key', 'second'] as const), strong, 0.9],
    [random.pick(['second', 'accent'] as const), strong + (dark ? 0.02 : 0.02), 0.8],
    [random.pick(['accent', 'key'] as const), strong + (dark ? 0.06 : 0), 0.8],
  ];
  return tints.map(([role, l, weight], place) => {
    const [x, y] = places[place] ?? [0.5, 0.5];
    const colour = role === 'ground' ? ground : palette[role];
    return {
      x: near(x),
      y: near(y),
      colour: { ...colour, c: Math.min(colour.c, dark ? 0.17 : role === 'ground' ? 0.05 : 0.13) },
      l,
      weight,
    };
  });
}

function drawField(context: SKRSContext2D, { frame, palette, random, shape }: LookBrief, field: Canvas): void {
  const { width, height } = frame;
  const dark = palette.scheme === 'dark';
  context.imageSmoothingQuality = 'medium';
  context.drawImage(field, -BLEED * width, -BLEED * height, width * (1 + 2 * BLEED), height * (1 + 2 * BLEED));
  // One leak of light, falling from the upper left towards the subject.
  const leak = random.fork('leak').between(-0.06, 0.06);
  const reach = Math.hypot(width, height);
  softly(
    context,
    { x: -BLEED * width, y: -BLEED * height, width: width * (1 + 2 * BLEED), height: height * (1 + 2 * BLEED) },
    (130 * Math.min(width, height)) / 1080,
    (small) => {
      small.translate(width * ((shape === 'landscape' ? 0.86 : 0.98) + leak), -height * 0.12);
      small.rotate(Math.PI * (shape === 'landscape' ? 0.62 : 0.64));
      const beam = small.createLinearGradient(0, 0, reach * 0.62, 0);
      beam.addColorStop(0, palette.tone('second', dark ? 0.62 : 0.97, 0.8, 0.75));
      beam.addColorStop(1, palette.tone('second', dark ? 0.5 : 0.97, 0.8, 0));
      small.fillStyle = beam;
      small.fillRect(0, -reach * 0.035, reach * 0.7, reach * 0.07);
    },
    { alpha: dark ? 0.6 : 0.7, composite: 'screen' },
  );
}

function glow(context: SKRSContext2D, stage: Stage, x: number, y: number, radius: number): void {
  softly(
    context,
    { x: x - radius, y: y - radius, width: radius * 2.6, height: radius * 2.6 },
    radius * 0.42,
    (small) => {
      small.fillStyle = stage.shadow(1);
      small.beginPath();
      small.arc(x + radius * 0.2, y + radius * 0.34, radius * 0.92, 0, Math.PI * 2);
      small.fill();
    },
    { alpha: 0.42 },
  );
}

function drawForm(context: SKRSContext2D, brief: LookBrief, stage: Stage): void {
  const { palette, composition } = brief;
  const { x, y, k, side } = stage;
  const bulb = (dx: number, dy: number, radius: number, material: Material): void => {
    glow(context, stage, x + dx * k * side, y + dy * k, radius * k);
    ball(context, palette, x + dx * k * side, y + dy * k, radius * k, material);
  };
  const glass: Glass = { palette, k, shadow: stage.shadow };
  switch (composition % 4) {
    case 0:
      bulb(-40, -30, 318, stage.hero);
      bulb(-342, -300, 74, stage.third);
      bulb(306, -356, 46, stage.bead);
      return;
    case 1:
      bulb(150, -170, 150, stage.bead);
      drawRing(context, glass, x - 20 * k * side, y, 250 * k, 104 * k, stage.hero);
      bulb(-330, 300, 70, stage.third);
      return;
    case 2:
      bulb(150, -170, 226, stage.hero);
      bulb(-210, 210, 140, stage.bead);
      bulb(330, 270, 52, stage.third);
      return;
    default:
      softly(
        context,
        { x: x - 430 * k, y: y + 250 * k, width: 860 * k, height: 70 * k },
        30 * k,
        (small) => {
          small.fillStyle = stage.shadow(1);
          small.beginPath();
          small.ellipse(x + 40 * k, y + 292 * k, 430 * k, 22 * k, 0, 0, Math.PI * 2);
          small.fill();
        },
        { alpha: 0.45 },
      );
      drawArcs(context, glass, x, y + 290 * k, 480 * k, [
        stage.hero,
        stage.third,
        { ...stage.bead, l: stage.bead.l + 0.06 },
      ]);
      bulb(0, 190, 100, stage.hero);
  }
}

function drawGlass(
  context: SKRSContext2D,
  brief: LookBrief,
  stage: Stage,
  behind: (context: SKRSContext2D) => void,
): void {
  const { composition, palette } = brief;
  const { x, y, k, side } = stage;
  const glass: Glass = { palette, k, shadow: stage.shadow };
  if (composition % 4 === 0)
    drawPane(
      context,
      glass,
      { x: side > 0 ? x - 10 * k : x - 330 * k, y: y - 20 * k, width: 340 * k, height: 430 * k },
      behind,
    );
  if (composition % 4 === 1) ball(context, palette, x + 290 * k * side, y + 190 * k, 92 * k, stage.third);
  if (composition % 4 === 2)
    drawCapsules(context, glass, x, y, behind, brief.random.fork('capsules').next() < 0.5 ? 1 : -1);
  if (composition % 4 === 3) {
    for (const [dx, dy, radius, material] of [
      [-356, 236, 58, stage.bead],
      [378, 262, 36, stage.third],
    ] as const) {
      glow(context, stage, x + dx * k * side, y + dy * k, radius * k);
      ball(context, palette, x + dx * k * side, y + dy * k, radius * k, material);
    }
  }
}
