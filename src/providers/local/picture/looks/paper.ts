import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { betweenShapes } from '../frame.ts';
import { groundOf, isGiven } from '../ground.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import { lineNoise, octaves } from '../noise.ts';
import { hueDistance } from '../oklch.ts';
import { areaLightness, type Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';
import { drawBoat, drawBroadleaf, drawCactus, drawConifer, drawHouse } from './paper-props.ts';
import { drawAir, drawSky, drawSun, type Country, type Scene } from './paper-sky.ts';
import { usualTextZone } from '../text-zone.ts';

const COUNTRY_WORDS: readonly (readonly [Country, readonly string[]])[] = [
  [
    'sea',
    [
      'sea',
      'ocean',
      'boat',
      'beach',
      'wave',
      'sail',
      'coast',
      'island',
      'deniz',
      'okyanus',
      'tekne',
      'sahil',
      'dalga',
      'ada',
    ],
  ],
  ['desert', ['desert', 'dune', 'cactus', 'sand', 'canyon', 'çöl', 'kum', 'kaktüs', 'kanyon']],
  ['mountain', ['mountain', 'peak', 'alpine', 'hike', 'climb', 'summit', 'forest', 'dağ', 'zirve', 'orman', 'tırman']],
  [
    'hills',
    [
      'hill',
      'field',
      'farm',
      'meadow',
      'village',
      'home',
      'garden',
      'morning',
      'tepe',
      'tarla',
      'çiftlik',
      'köy',
      'ev',
      'sabah',
      'bahçe',
    ],
  ],
];

/** A landscape of cut paper: sun with rings, six ridges from far and pale to near and deep. */
export const paper: Look = {
  id: 'paper',
  version: 1,
  compositions: 4,
  textZone: (shape) => (shape === 'landscape' ? { x: 0.06, y: 0.09, width: 0.4, height: 0.25 } : usualTextZone(shape)),
  draw(brief, paint) {
    const scene = sceneOf(brief);
    paint(0, (context) => {
      drawSky(context, brief, scene);
      drawSun(context, brief, scene);
      drawAir(context, brief, scene);
      for (const place of [0, 1]) drawRidge(context, brief, scene, place);
    });
    paint(0.5, (context) => {
      for (const place of [2, 3]) drawRidge(context, brief, scene, place);
    });
    paint(1, (context) => {
      for (const place of [4, 5]) drawRidge(context, brief, scene, place);
    });
  },
};

function sceneOf(brief: LookBrief): Scene {
  const { palette, frame, shape, u, random, composition } = brief;
  const dark = palette.scheme === 'dark';
  const roles = [palette.key, palette.accent, palette.second];
  const sunHue =
    roles
      .filter((role) => role.c > 0.025)
      .toSorted((one, other) => Math.abs(hueDistance(62, one.h)) - Math.abs(hueDistance(62, other.h)))[0] ??
    palette.accent;
  const farthest =
    roles.toSorted(
      (one, other) => Math.abs(hueDistance(sunHue.h, other.h)) - Math.abs(hueDistance(sunHue.h, one.h)),
    )[0] ?? palette.key;
  // Hills in a colour nobody gave look painted by accident; sage suits every sun.
  const land: Oklch = farthest === palette.key || isGiven(palette, farthest) ? farthest : { l: 0.5, c: 0.07, h: 158 };
  const mirror = shape === 'landscape' || random.fork('mirror').next() < 0.5 ? 1 : -1;
  const close = brief.shot === 'close' ? 1.25 : 1;
  const k = u * close * (shape === 'landscape' ? 0.8 : betweenShapes(frame, 0.8, 1));
  const across = [0.16, 0, -0.2, 0.24][composition % 4] ?? 0;
  const radius = [172, 238, 150, 196][composition % 4] ?? 172;
  return {
    country: countryOf(brief),
    kit: {
      palette,
      accent: { colour: sunHue, l: dark ? 0.66 : Math.min(0.68, areaLightness(sunHue)), chroma: 1 },
      white: { colour: 'neutral', l: dark ? 0.92 : 0.955, chroma: 1 },
      shadow: (alpha) => palette.tone(land, dark ? 0.06 : 0.2, 0.8, alpha),
    },
    sky: {
      colour: groundOf(palette),
      l: dark ? 0.22 : 0.925,
      chroma: dark ? 0.95 : Math.min(1, 0.045 / Math.max(0.02, groundOf(palette).c)),
    },
    sun: {
      colour: sunHue,
      l: dark ? 0.79 : Math.min(0.84, areaLightness(sunHue) + 0.06),
      chroma: 1,
      x: frame.width * (shape === 'landscape' ? 0.68 + across * 0.5 : 0.5 + mirror * across),
      y:
        frame.height *
        ({ portrait: 0.475, square: 0.53, landscape: 0.46 }[shape] + (composition % 4 === 1 ? 0.025 : 0)),
      radius: radius * k,
    },
    land,
    ridges: outlines(brief, composition),
    k,
    mirror,
  };
}

function countryOf(brief: LookBrief): Country {
  for (const [country, stems] of COUNTRY_WORDS) {
    if (brief.words.some((word) => stems.some((stem) => word === stem || (stem.length > 3 && word.startsWith(stem)))))
      return country;
  }
  return brief.random.fork('country').pick(['mountain', 'hills', 'mountain', 'sea', 'desert'] as const);
}

/** Six outlines from 54 % to 94 % of the height; y of each in frame pixels for an x in frame pixels. */
function outlines(brief: LookBrief, composition: number): readonly ((x: number) => number)[] {
  const { frame, u, shape } = brief;
  const country = countryOf(brief);
  const first = { portrait: 0.545, square: 0.6, landscape: 0.54 }[shape];
  const scale = shape === 'portrait' ? 1 : 0.62;
  return [0, 1, 2, 3, 4, 5].map((place) => {
    const base = frame.height * (first + (0.93 - first) * (place / 5) ** 1.08);
    const noise = lineNoise(brief.random.fork(`ridge${place}`));
    const step = (country === 'mountain' ? 560 : 640) * u * (1 - 0.06 * place);
    const lift = (country === 'mountain' ? 250 : country === 'desert' ? 120 : 104) * u * scale * (1 - 0.12 * place);
    if (country === 'sea') {
      const wide = (150 + 26 * place) * u;
      const shift = noise(place * 3.1) * wide;
      return (x) =>
        base +
        34 * u * place * 0.3 -
        26 * u * (0.7 + 0.12 * place) * Math.abs(Math.sin(((x + shift) / wide) * Math.PI * 0.5)) +
        10 * u * noise(x / (700 * u));
    }
    // A valley opens below the sun in every second composition, so that ridges frame it instead of hiding it.
    const valley = composition % 2 === 1 ? 70 * u * scale : 26 * u * scale;
    const axis = frame.width * (shape === 'landscape' ? 0.66 : 0.5);
    const basin = (x: number): number =>
      valley * Math.exp(-(((x - axis) / (frame.width * 0.26)) ** 2)) * (1 - place * 0.1);
    const sharp = country === 'mountain' && place < 4;
    return (x) =>
      base - lift * octaves(noise, x / step + 11 * place, sharp ? 5 : 3, sharp) * (sharp ? 0.95 : 1) + basin(x);
  });
}

/** One sheet of land: its shadow on what lies behind, its body fading downwards, its lit edge, and what stands on it. */
function drawRidge(context: SKRSContext2D, brief: LookBrief, scene: Scene, place: number): void {
  const { frame, palette, u } = brief;
  const outline = scene.ridges[place];
  if (outline === undefined) return;
  const dark = palette.scheme === 'dark';
  const left = -BLEED * frame.width - 20 * u;
  const right = frame.width * (1 + BLEED) + 20 * u;
  const bottom = frame.height * (1 + BLEED) + 10 * u;
  const step = 5 * u;
  const crest = new Path2D();
  let top = bottom;
  for (let x = left; x <= right; x += step) {
    const y = outline(x);
    top = Math.min(top, y);
    if (x === left) crest.moveTo(x, y);
    else crest.lineTo(x, y);
  }
  const sheet = new Path2D(crest);
  sheet.lineTo(right + step, bottom);
  sheet.lineTo(left, bottom);
  sheet.closePath();
  softly(
    context,
    { x: left, y: top - 20 * u, width: right - left, height: 260 * u },
    (46 + 4 * place) * u,
    (small) => {
      small.translate(0, -16 * u);
      small.fillStyle = scene.kit.shadow(1);
      small.fill(sheet);
    },
    { alpha: dark ? 0.42 : 0.16 + 0.045 * place },
  );
  const material = ridgeMaterial(brief, scene, place);
  const body = context.createLinearGradient(0, top, 0, Math.min(bottom, top + 520 * u));
  body.addColorStop(0, lit(palette, material, 0.03));
  body.addColorStop(0.5, lit(palette, material, -0.015));
  // Haze gathers at the foot of far sheets, shade at the foot of near ones.
  body.addColorStop(1, lit(palette, material, place < 3 ? (dark ? 0.03 : 0.045) : -0.06));
  context.fillStyle = body;
  context.fill(sheet);
  context.strokeStyle = lit(palette, material, dark ? 0.1 : 0.13, 0.75);
  context.lineWidth = (1.6 + 0.16 * place) * u;
  context.stroke(crest);
  drawStanding(context, brief, scene, place, outline);
}

function ridgeMaterial({ palette }: LookBrief, scene: Scene, place: number): Material {
  const dark = palette.scheme === 'dark';
  const far = place / 5;
  const warm = scene.country === 'desert';
  const colour = warm ? scene.kit.accent.colour : scene.land;
  const l = dark ? 0.5 - 0.33 * far ** 0.85 : warm ? 0.86 - 0.42 * far : 0.82 - 0.5 * far ** 0.92;
  return { colour, l, chroma: dark ? 0.75 + 0.25 * far : 0.5 + 0.5 * far };
}

/** Trees only at the sides of the nearest sheets, one house or boat as the accent where the eye rests. */
function drawStanding(
  context: SKRSContext2D,
  brief: LookBrief,
  scene: Scene,
  place: number,
  outline: (x: number) => number,
): void {
  const { frame, u, shape, composition } = brief;
  const { country, kit, k, mirror } = scene;
  const random = brief.random.fork(`trees${place}`);
  const heroX =
    frame.width *
    (shape === 'landscape'
      ? ([0.6, 0.74, 0.56, 0.7][composition % 4] ?? 0.6)
      : 0.5 + mirror * ([-0.12, 0.14, 0.08, -0.2][composition % 4] ?? 0));
  if (country === 'sea') {
    if (place === 3) drawBoat(context, kit, heroX, outline(heroX) + 30 * u, (composition % 2 === 0 ? 210 : 260) * k);
    if (place === 1 && composition % 2 === 1)
      drawBoat(context, kit, heroX + mirror * 250 * k, outline(heroX + mirror * 250 * k) + 14 * u, 84 * k);
    return;
  }
  const tree = ridgeMaterial(brief, scene, Math.min(5.6, place + 1.1));
  const grow = (x: number, height: number, sink = 14): void => {
    const y = outline(x) + sink * u;
    if (country === 'desert')
      drawCactus(
        context,
        kit,
        x,
        y,
        height,
        { ...tree, colour: brief.palette.nature(150, 45), l: tree.l - 0.1, chroma: 0.8 },
        random.next() < 0.5 ? 1 : -1,
      );
    else if (country === 'hills' && composition % 2 === 1) drawBroadleaf(context, kit, x, y, height, tree);
    else drawConifer(context, kit, x, y, height, tree);
  };
  if (place === 2 && country !== 'desert') {
    for (let count = 0; count < 12; count++)
      grow(frame.width * random.between(-0.05, 1.05), random.between(46, 72) * k, 22);
  }
  if (place === 3) {
    if (country !== 'desert')
      for (let count = 0; count < 9; count++)
        grow(besides(random.next(), 0.34, frame.width), random.between(84, 140) * k, random.between(10, 50));
    if (country === 'desert')
      for (const at of [0.12, 0.83])
        grow(frame.width * (at + random.between(-0.05, 0.05)), random.between(100, 140) * k, 30);
    if (composition % 4 !== 2)
      drawHouse(context, kit, heroX, outline(heroX) + 62 * u, (composition % 4 === 3 ? 190 : 156) * k);
  }
  if (place === 4)
    for (let count = 0; count < (country === 'desert' ? 2 : 7); count++)
      grow(besides(random.next(), 0.24, frame.width), random.between(160, 230) * k, random.between(20, 70));
  if (place === 5) {
    const sides = composition % 4 === 2 ? [0.03, 0.12, 0.2] : [0.02, 0.11, 0.9, 0.99];
    for (const at of sides) {
      const x = frame.width * (composition % 4 === 2 && mirror > 0 ? 1 - at : at) + random.between(-20, 20) * u;
      grow(x, random.between(250, 340) * k * (country === 'desert' ? 0.9 : 1), 60);
    }
  }
}

/** A place at one of the sides: 0-1 becomes x in the outer `share` of each side. */
function besides(value: number, share: number, width: number): number {
  return value < 0.5 ? width * (-0.03 + value * 2 * share) : width * (1.03 - (value - 0.5) * 2 * share);
}
