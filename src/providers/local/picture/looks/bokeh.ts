import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { drawBlade, drawSoftBlade, onBlade, type Blade } from './bokeh-blade.ts';
import { drawBulbs } from './bokeh-bulbs.ts';
import { drawDrop, type Drop } from './bokeh-drops.ts';
import { matchesStem } from '../picture-words.ts';

const GLASS = 1;
const GRASS = 2;

/** Stems that make it a film of leaf and water; without one the lights are a garland's. */
const NATURE_STEMS = [
  'nature',
  'natural',
  'water',
  'drop',
  'dew',
  'rain',
  'leaf',
  'leaves',
  'plant',
  'garden',
  'organic',
  'skin',
  'serum',
  'cream',
  'tea',
  'herb*',
  'flower',
  'forest',
  'grass',
  'drink',
  'hydrat*',
  'moistur*',
  'botanic*',
  'biology',
  'photosynthesis',
  'climate',
  'outdoor',
  'soap',
  'wellness',
  'beauty',
  'vegan',
  'doga*',
  'dogal*',
  'su',
  'suyu',
  'damla*',
  'yagmur*',
  'yaprak*',
  'bitki*',
  'bahce*',
  'yesil*',
  'organik*',
  'cilt*',
  'krem*',
  'cay*',
  'cicek*',
  'orman*',
  'sabun*',
  'iklim*',
];

/** The world from very near: a leaf with drops, rain on a pane, or grass with dew, before lights out of focus. */
export const bokeh: Look = {
  id: 'bokeh',
  version: 1,
  compositions: 3,
  textZone(shape) {
    if (shape === 'landscape') return { x: 0.06, y: 0.26, width: 0.38, height: 0.4 };
    return shape === 'portrait'
      ? { x: 0.08, y: 0.12, width: 0.84, height: 0.2 }
      : { x: 0.08, y: 0.08, width: 0.84, height: 0.22 };
  },
  draw(brief, paint) {
    const leaf = { ...brief.palette.nature(145, 48), c: Math.max(0.09, brief.palette.nature(145, 48).c * 0.85) };
    paint(0, (context) => drawLights(context, brief, leaf));
    if (brief.composition === GLASS) {
      paint(0.9, (context) => drawRain(context, brief));
      return;
    }
    if (!brief.words.some((word) => NATURE_STEMS.some((stem) => matchesStem(word, stem)))) {
      paint(0.55, (context) => drawBulbs(context, brief, 'far'));
      paint(1, (context) => drawBulbs(context, brief, 'near'));
      return;
    }
    paint(0.5, (context) => drawDistance(context, brief, leaf));
    paint(1, (context) =>
      brief.composition === GRASS ? drawGrass(context, brief, leaf) : drawLeaf(context, brief, leaf),
    );
  },
};

/** Colours that flow into each other, with discs of light and their bright rims. */
function drawLights(context: SKRSContext2D, brief: LookBrief, leaf: Oklch): void {
  const { frame, palette, random, shape, u } = brief;
  const lots = random.fork('lights');
  const isDark = palette.scheme === 'dark';
  const [low, high] = isDark ? [0.24, 0.46] : [0.8, 0.92];
  context.fillStyle = palette.tone('key', isDark ? 0.28 : 0.89, 0.9);
  fillAll(context, frame);
  const long = Math.max(frame.width, frame.height);
  const spots: readonly (readonly [Oklch, number, number, number])[] = [
    [palette.accent, lots.between(0.55, 1), lots.between(0, 0.25), 0.6],
    [palette.second, lots.between(-0.1, 0.3), lots.between(0.1, 0.5), 0.62],
    [leaf, lots.between(-0.1, 0.5), lots.between(0.8, 1.1), 0.6],
    [palette.key, lots.between(0.5, 1.1), lots.between(0.45, 0.8), 0.6],
    [leaf, lots.between(0.8, 1.1), lots.between(0.85, 1.1), 0.4],
  ];
  for (const [colour, x, y, size] of spots) {
    const l = lots.between(low, high);
    paintGlow(
      context,
      { x: x * frame.width, y: y * frame.height },
      size * long,
      (alpha) => palette.tone(colour, l, 1, alpha),
      0.85,
    );
  }
  paintGlow(
    context,
    { x: frame.width * 0.12, y: -0.06 * frame.height },
    long * 0.55,
    (alpha) => palette.tone('neutral', isDark ? 0.6 : 0.99, 1, alpha),
    isDark ? 0.3 : 0.55,
  );
  const zone =
    shape === 'landscape'
      ? { left: 0.02, right: 0.48, top: 0.2, bottom: 0.72 }
      : { left: 0, right: 1, top: 0.06, bottom: 0.36 };
  for (let disc = 0; disc < 52; disc++) {
    const x = lots.between(-BLEED, 1 + BLEED);
    const y = lots.between(-BLEED, 1 + BLEED);
    const isQuiet = x > zone.left && x < zone.right && y > zone.top && y < zone.bottom;
    const radius = (24 + 96 * lots.next() ** 1.8) * u;
    const strength = (isQuiet ? 0.3 : 1) * lots.between(0.5, 1) * (isDark ? 0.8 : 1);
    const colour = lots.pick([palette.neutral, palette.accent, palette.second, palette.neutral]);
    const l = isDark ? lots.between(0.6, 0.78) : 0.965;
    const [centreX, centreY] = [x * frame.width, y * frame.height];
    const fill = context.createRadialGradient(centreX, centreY, radius * 0.2, centreX, centreY, radius);
    fill.addColorStop(0, palette.tone(colour, l, 0.9, 0.1 * strength));
    fill.addColorStop(0.86, palette.tone(colour, l, 0.9, 0.2 * strength));
    fill.addColorStop(0.95, palette.tone(colour, Math.min(0.99, l + 0.03), 0.8, 0.44 * strength));
    fill.addColorStop(1, palette.tone(colour, l, 0.9, 0));
    context.fillStyle = fill;
    context.fillRect(centreX - radius, centreY - radius, radius * 2, radius * 2);
  }
}

function drawDistance(context: SKRSContext2D, { frame, palette, random, u }: LookBrief, leaf: Oklch): void {
  const lots = random.fork('distance');
  const isDark = palette.scheme === 'dark';
  softly(
    context,
    { x: -0.08 * frame.width, y: 0.5 * frame.height, width: 1.16 * frame.width, height: 0.6 * frame.height },
    62 * u,
    (small) => {
      for (let blade = 0; blade < 9; blade++) {
        const x = lots.between(-0.05, 1.05) * frame.width;
        const lean = lots.between(-150, 150) * u;
        drawSoftBlade(
          small,
          {
            from: [x, frame.height * 1.14],
            bend: [x + lean * 0.2, frame.height * 0.86],
            to: [x + lean, frame.height * lots.between(0.62, 0.84)],
            half: (along) => lots.between(20, 22) * u * (1 - along) + 6 * u,
          },
          palette.tone(leaf, isDark ? lots.between(0.26, 0.4) : lots.between(0.56, 0.72), 0.9, 0.75),
        );
      }
    },
    { alpha: 0.85 },
  );
}

function drawLeaf(context: SKRSContext2D, brief: LookBrief, leaf: Oklch): void {
  const { frame, palette, random, shape, shot, u } = brief;
  const lots = random.fork('leaf');
  const near = shot === 'close' ? 1.3 : 1;
  const isLandscape = shape === 'landscape';
  const mirrored = !isLandscape && lots.next() < 0.4;
  const place = (x: number, y: number): readonly [number, number] => [
    (mirrored ? 1 - x : x) * frame.width,
    y * frame.height,
  ];
  const blade: Blade = isLandscape
    ? {
        from: place(0.34, 1.2),
        bend: place(lots.between(0.72, 0.78), 0.96),
        to: place(1.16, lots.between(0.34, 0.46)),
        half: (along) => 92 * near * u * Math.sin(Math.PI * (0.1 + 0.72 * along)) ** 0.8,
      }
    : {
        from: place(-0.16, lots.between(1.0, 1.06)),
        bend: place(lots.between(0.5, 0.62), lots.between(0.86, 0.92)),
        to: place(1.18, lots.between(0.46, 0.54)),
        half: (along) => 100 * near * u * Math.sin(Math.PI * (0.12 + 0.7 * along)) ** 0.8,
      };
  const l = palette.scheme === 'dark' ? 0.47 : 0.54;
  drawBlade(context, brief, blade, leaf, l);
  const drops: Drop[] = [];
  const sizes = [1, 0.66, 0.62, 0.44, 0.4, 0.34, 0.3, 0.26, 0.22, 0.2, 0.18, 0.16, 0.14, 0.13, 0.12, 0.1, 0.1];
  const spots = [0.56, 0.8, 0.36, 0.46, 0.68, 0.24];
  for (const [number, size] of sizes.entries()) {
    const along = (spots[number] ?? lots.between(0.12, 0.95)) + lots.between(-0.025, 0.025);
    const { acrossX, acrossY, angle, x, y } = onBlade(blade, along);
    const off = number < 3 ? lots.between(-0.3, 0.2) : lots.between(-0.72, 0.72);
    const radius = 78 * near * u * size;
    const reach = Math.max(0, blade.half(along) - radius * 0.4) * off;
    const drop: Drop = {
      x: x + acrossX * reach,
      y: y + acrossY * reach,
      radius,
      stretch: lots.between(0.84, 0.95),
      turn: angle,
    };
    if (drops.every((other) => Math.hypot(other.x - drop.x, other.y - drop.y) > (other.radius + radius) * 1.06))
      drops.push(drop);
  }
  for (const drop of drops) drawDrop(context, palette, drop, { colour: leaf, l: l + 0.1 });
}

function drawGrass(context: SKRSContext2D, brief: LookBrief, leaf: Oklch): void {
  const { frame, palette, random, shape, shot, u } = brief;
  const lots = random.fork('grass');
  const near = shot === 'close' ? 1.22 : 1;
  const l = palette.scheme === 'dark' ? 0.47 : 0.52;
  const left = shape === 'landscape' ? 0.5 : 0.02;
  const tallest = shape === 'landscape' ? 0.26 : shape === 'portrait' ? 0.44 : 0.4;
  const count = 6;
  const blades = Array.from({ length: count }, (_, place): Blade => {
    const x = (left + ((1 - left) * (place + lots.between(0.15, 0.85))) / count) * frame.width;
    const lean = lots.between(-1, 1) * 260 * u;
    const top = frame.height * lots.between(tallest, tallest + 0.26);
    const wide = lots.between(20, 36) * u * near;
    return {
      from: [x, frame.height * 1.16],
      bend: [x - lean * 0.12, frame.height * lots.between(0.66, 0.78)],
      to: [Math.min(1.06 * frame.width, Math.max((left - 0.03) * frame.width, x + lean)), top],
      half: (along) => wide * (1 - along) ** 0.7 + 1.5 * u,
    };
  });
  for (const blade of blades) drawBlade(context, brief, blade, leaf, l + lots.between(-0.06, 0.05));
  for (const blade of blades) {
    const tip = onBlade(blade, 0.995);
    const radius = lots.between(24, 38) * u * near;
    drawDrop(
      context,
      palette,
      { x: tip.x, y: tip.y + radius * 0.72, radius, stretch: 1.12, turn: 0 },
      { colour: leaf, l: l + 0.14 },
    );
    for (let bead = 0; bead < 5; bead++) {
      const along = lots.between(0.25, 0.9);
      const { acrossX, acrossY, angle, x, y } = onBlade(blade, along);
      const off = lots.between(-0.5, 0.5) * blade.half(along);
      drawDrop(
        context,
        palette,
        {
          x: x + acrossX * off,
          y: y + acrossY * off,
          radius: lots.between(6, 15) * u * near,
          stretch: 0.9,
          turn: angle,
        },
        { colour: leaf, l: l + 0.05 },
      );
    }
  }
}

/** Rain on a window: many sizes of drops, a few of which have run down and left a trail. */
function drawRain(context: SKRSContext2D, { frame, palette, random, shape, shot, u }: LookBrief): void {
  const lots = random.fork('rain');
  const isDark = palette.scheme === 'dark';
  const near = shot === 'close' ? 1.35 : 1;
  const drops: Drop[] = [];
  const isQuiet = (x: number, y: number): boolean =>
    shape === 'landscape' ? x < 0.5 * frame.width : y < 0.37 * frame.height;
  for (let tries = 0; tries < 1100 && drops.length < 150; tries++) {
    const size = tries < 14 ? lots.between(42, 74) : tries < 60 ? lots.between(20, 38) : lots.between(4, 15);
    const radius = size * u * near * (tries < 60 ? 1 : 0.9);
    const x = lots.between(-BLEED, 1 + BLEED) * frame.width;
    const y = lots.between(-BLEED, 1 + BLEED) * frame.height;
    if (isQuiet(x, y + radius) || isQuiet(x - radius, y)) continue;
    if (drops.some((other) => Math.hypot(other.x - x, other.y - y) < (other.radius + radius) * 1.12)) continue;
    drops.push({
      x,
      y,
      radius,
      stretch: radius > 30 * u ? lots.between(1.02, 1.2) : lots.between(0.92, 1.08),
      turn: lots.between(-0.08, 0.08),
    });
  }
  for (const drop of drops.slice(0, 6)) drawTrail(context, palette, drop, lots.between(160, 420) * u, isDark);
  for (const drop of drops) {
    const colour = lots.pick([palette.key, palette.key, palette.second, palette.second, palette.accent]);
    drawDrop(context, palette, drop, { colour: { ...colour, c: colour.c * 0.62 }, l: isDark ? 0.5 : 0.8 });
  }
}

function drawTrail(
  context: SKRSContext2D,
  palette: LookBrief['palette'],
  drop: Drop,
  length: number,
  isDark: boolean,
): void {
  const trail = context.createLinearGradient(0, drop.y - length, 0, drop.y);
  trail.addColorStop(0, palette.tone('neutral', isDark ? 0.7 : 0.99, 1, 0));
  trail.addColorStop(1, palette.tone('neutral', isDark ? 0.7 : 0.99, 1, isDark ? 0.2 : 0.4));
  context.fillStyle = trail;
  context.beginPath();
  context.moveTo(drop.x - drop.radius * 0.7, drop.y);
  context.quadraticCurveTo(
    drop.x - drop.radius * 0.45,
    drop.y - length * 0.4,
    drop.x - drop.radius * 0.16,
    drop.y - length,
  );
  context.lineTo(drop.x + drop.radius * 0.16, drop.y - length);
  context.quadraticCurveTo(drop.x + drop.radius * 0.45, drop.y - length * 0.4, drop.x + drop.radius * 0.7, drop.y);
  context.fill();
}
