import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { randomFrom } from '../random.ts';
import type { Look, LookBrief } from '../look.ts';
import { softEllipse } from '../soft.ts';
import { ball, cylinder, type Material } from '../solids.ts';
import type { Dress, Product } from './plinth-product.ts';
import { roundProducts } from './plinth-products.ts';
import { slabProducts } from './plinth-slabs.ts';
import {
  drawBackdrop,
  drawBehind,
  drawPalmShadow,
  drawWindowLight,
  stageColours,
  type StageColours,
} from './plinth-stage.ts';
import { usualTextZone } from '../text-zone.ts';

const PRODUCTS = { ...roundProducts, ...slabProducts } as const;

/** Words that ask for a product; the first that matches wins, stems so that endings do not matter. */
const PRODUCT_WORDS: readonly (readonly [keyof typeof PRODUCTS, readonly string[]])[] = [
  ['phone', ['phone', 'smartphone', 'mobile', 'app', 'telefon', 'mobil', 'uygulama']],
  ['cup', ['coffee', 'mug', 'cup', 'tea', 'espresso', 'cafe', 'café', 'kahve', 'fincan', 'kupa', 'çay']],
  ['jar', ['jar', 'cream', 'honey', 'jam', 'balm', 'candle', 'kavanoz', 'krem', 'bal', 'reçel', 'mum']],
  [
    'bottle',
    [
      'bottle',
      'serum',
      'oil',
      'perfume',
      'drink',
      'wine',
      'juice',
      'lotion',
      'skin',
      'şişe',
      'yağ',
      'parfüm',
      'içecek',
      'cilt',
    ],
  ],
  ['box', ['box', 'package', 'pack', 'parcel', 'kit', 'gift', 'kutu', 'paket', 'hediye', 'koli']],
  ['orb', ['idea', 'brand', 'ring', 'jewel', 'marka', 'fikir', 'takı']],
];

/** A product on a plinth in a paper-swept studio: the shop window of the keyless looks. */
export const plinth: Look = {
  id: 'plinth',
  version: 1,
  compositions: 5,
  textZone: usualTextZone,
  draw(brief, paint) {
    const colours = stageColours(brief);
    const set = setting(brief);
    const random = brief.random.fork('plinth');
    const mirror = random.next() < 0.5 ? -1 : 1;
    paint(0, (context) => {
      drawBackdrop(context, brief, colours, set);
      drawWallLight(context, brief, colours, set, mirror);
    });
    paint(0.5, (context) => {
      drawBehindOf(context, brief, colours, set, mirror);
      drawCompany(context, brief, colours, set, mirror);
    });
    paint(1, (context) => {
      drawMain(context, brief, colours, set);
    });
  },
};

/** Where things stand, in frame pixels: `x` the product's axis, `y` its optical centre, `foot` where the plinth meets the floor, `k` pixels per unit. */
interface Setting {
  readonly x: number;
  readonly y: number;
  readonly foot: number;
  readonly k: number;
  readonly product: Product;
  readonly plinthHeight: number;
  readonly plinthRadius: number;
}

function setting(brief: LookBrief): Setting {
  const { frame, shape, u, composition } = brief;
  const product = PRODUCTS[productOf(brief)];
  const close = brief.shot === 'close';
  const base = { portrait: 1.32, square: 0.98, landscape: 1.06 }[shape];
  const plinthHeight = [150, 190, 112, 230, 130][composition % 5] ?? 150;
  const plinthRadius = Math.max(product.footRadius + 84, [226, 206, 262, 190, 240][composition % 5] ?? 220);
  const lean =
    shape === 'landscape' ? [0, -0.02, 0.02, 0.01, -0.01][composition % 5] : [0, 0.05, -0.05, 0.04, 0][composition % 5];
  const foot =
    frame.height *
    { portrait: close ? 0.91 : 0.855, square: close ? 0.99 : 0.93, landscape: close ? 1.02 : 0.91 }[shape];
  // A low product may be drawn larger: what counts is how much of the picture the whole group fills.
  const tall = product.height + plinthHeight;
  const room =
    foot - frame.height * { portrait: close ? 0.36 : 0.42, square: 0.36, landscape: close ? 0.06 : 0.17 }[shape];
  const k = Math.min(base * u * (close ? 1.36 : 1) * (product.height < 320 ? 1.16 : 1), room / tall);
  const x = frame.width * ({ portrait: 0.5, square: 0.5, landscape: 0.7 }[shape] + (lean ?? 0));
  return { x, y: foot - (tall * k) / 2, foot, k, product, plinthHeight, plinthRadius };
}

function productOf(brief: LookBrief): keyof typeof PRODUCTS {
  for (const [product, stems] of PRODUCT_WORDS) {
    if (brief.words.some((word) => stems.some((stem) => word === stem || (stem.length > 3 && word.startsWith(stem)))))
      return product;
  }
  return brief.random.fork('product').pick(['bottle', 'box', 'orb', 'jar'] as const);
}

function drawWallLight(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  set: Setting,
  mirror: number,
): void {
  const { frame, u, composition, shape } = brief;
  const top = shape === 'landscape' ? frame.height * 0.34 : set.y - 150 * u;
  if (composition % 5 === 1 || composition % 5 === 3)
    drawWindowLight(context, brief, colours, set.x + 190 * u, top, composition % 5 === 1 ? 2 : 3);
  else {
    drawWindowLight(context, brief, colours, set.x + 40 * u * mirror, top + 60 * u, 2);
    const right = mirror > 0 || shape === 'landscape';
    drawPalmShadow(context, brief, colours, {
      x: right ? set.x + 620 * u : set.x - 620 * u,
      y: top - 130 * u + (shape === 'portrait' ? 60 * u : 0),
      angle: right ? Math.PI * 0.985 : Math.PI * 0.08,
      length: (shape === 'square' ? 640 : 760) * u,
    });
  }
}

/** Disc, arch, doorway of two arches, or a stack of panels, standing on the floor behind the plinth. */
function drawBehindOf(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  set: Setting,
  mirror: number,
): void {
  const { k, x } = set;
  const floor = set.foot - set.plinthHeight * k * 0.42;
  const tall = (set.product.height + set.plinthHeight) * k;
  const arch = (centre: number, half: number, top: number, material: Material): void => {
    const shape = new Path2D();
    shape.moveTo(centre - half, floor);
    shape.lineTo(centre - half, top + half);
    shape.arc(centre, top + half, half, Math.PI, Math.PI * 2);
    shape.lineTo(centre + half, floor);
    shape.closePath();
    drawBehind(context, brief, { ...colours, behind: material }, shape, {
      x: centre - half,
      y: top,
      width: half * 2,
      height: floor - top,
    });
  };
  const panel = (left: number, top: number, width: number, material: Material): void => {
    const shape = new Path2D();
    shape.roundRect(left, top, width, floor - top, 10 * k);
    drawBehind(context, brief, { ...colours, behind: material }, shape, {
      x: left,
      y: top,
      width,
      height: floor - top,
    });
  };
  const disc = (centre: number, y: number, radius: number, material: Material): void => {
    const shape = new Path2D();
    shape.arc(centre, y, radius, 0, Math.PI * 2);
    drawBehind(context, brief, { ...colours, behind: material }, shape, {
      x: centre - radius,
      y: y - radius,
      width: radius * 2,
      height: radius * 2,
    });
  };
  const quiet: Material = { ...colours.plinth, l: colours.plinth.l + 0.03 };
  const reach = Math.max(tall * 0.92, 470 * k);
  const wide = Math.min(reach * 0.5, 300 * k);
  switch (brief.composition % 5) {
    case 0:
      disc(x + 60 * k * mirror, floor - wide - 4 * k, wide, colours.behind);
      return;
    case 1:
      arch(x + 74 * k * mirror, 226 * k, floor - reach, colours.behind);
      return;
    case 2:
      arch(x - 150 * k * mirror, 196 * k, floor - reach * 0.98, quiet);
      arch(x + 172 * k * mirror, 176 * k, floor - reach * 0.72, colours.behind);
      return;
    case 3:
      panel(x - 40 * k - 230 * k, floor - reach, 300 * k, quiet);
      panel(x + 26 * k, floor - reach * 0.76, 270 * k, colours.behind);
      return;
    default: {
      disc(x - 120 * k * mirror, floor - reach * 0.56, 236 * k, colours.behind);
      disc(x + 190 * k * mirror, floor - reach * 0.36, 132 * k, quiet);
    }
  }
}

/** The smaller things beside the product: a low plinth with a ball, a pair of balls, a step. */
function drawCompany(
  context: SKRSContext2D,
  brief: LookBrief,
  colours: StageColours,
  set: Setting,
  mirror: number,
): void {
  const { palette, composition } = brief;
  const { k } = set;
  const low: Material = { ...colours.plinth, chroma: (colours.plinth.chroma ?? 1) * 1.1 };
  const bead: Material = { colour: colours.hero, l: palette.scheme === 'dark' ? 0.6 : 0.58, gloss: 0.9 };
  const second: Material = { colour: colours.behind.colour, l: colours.behind.l, chroma: 1, gloss: 0.8 };
  const stand = (x: number, foot: number, radius: number, height: number): void => {
    groundShadow(context, colours, x, foot, radius, height, k);
    cylinder(context, palette, { x, y: foot - height, radius, height, flatness: 0.2 }, low);
  };
  const bulb = (x: number, foot: number, radius: number, material: Material): void => {
    softEllipse(context, x + radius * 0.5, foot + radius * 0.08, radius * 1.05, radius * 0.24, {
      colour: colours.shadow(1),
      blurPx: 24 * k,
      alpha: 0.4,
    });
    softEllipse(context, x + radius * 0.06, foot - radius * 0.02, radius * 0.5, radius * 0.13, {
      colour: colours.shadow(1),
      blurPx: 9 * k,
      alpha: 0.6,
    });
    ball(context, palette, x, foot - radius * 0.97, radius, material);
  };
  const side = set.x - mirror * (set.plinthRadius + 118) * k;
  switch (composition % 5) {
    case 0:
    case 4:
      stand(side, set.foot - 40 * k, 128 * k, 84 * k);
      bulb(side - 8 * k, set.foot - 118 * k, 52 * k, bead);
      return;
    case 1:
      stand(set.x + mirror * (set.plinthRadius + 96) * k, set.foot - 56 * k, 112 * k, 176 * k);
      bulb(set.x + mirror * (set.plinthRadius + 96) * k, set.foot - 232 * k, 46 * k, bead);
      bulb(side + 24 * k * mirror, set.foot + 4 * k, 40 * k, second);
      return;
    case 2:
      bulb(side, set.foot - 20 * k, 84 * k, bead);
      bulb(side + mirror * 128 * k, set.foot + 26 * k, 34 * k, second);
      return;
    default:
      stand(side + 26 * k * mirror, set.foot - 30 * k, 150 * k, 58 * k);
      bulb(side - 22 * k, set.foot - 84 * k, 62 * k, bead);
      bulb(side + 70 * k, set.foot - 72 * k, 30 * k, second);
  }
}

function drawMain(context: SKRSContext2D, brief: LookBrief, colours: StageColours, set: Setting): void {
  const { palette, composition } = brief;
  const { k, x, product } = set;
  const top = set.foot - set.plinthHeight * k;
  const radius = set.plinthRadius * k;
  const flatness = 0.21;
  groundShadow(context, colours, x, set.foot, radius, set.plinthHeight * k, k);
  if (composition % 5 === 2 || composition % 5 === 4) {
    const step = set.plinthHeight * 0.36 * k;
    cylinder(
      context,
      palette,
      { x, y: set.foot - step, radius: radius * 1.24, height: step, flatness },
      colours.plinth,
    );
    softEllipse(context, x + 40 * k, set.foot - step + 6 * k, radius * 1.02, radius * flatness, {
      colour: colours.shadow(1),
      blurPx: 26 * k,
      alpha: 0.42,
    });
    cylinder(context, palette, { x, y: top, radius, height: set.plinthHeight * k - step, flatness }, colours.plinth);
  } else cylinder(context, palette, { x, y: top, radius, height: set.plinthHeight * k, flatness }, colours.plinth);
  const stand = top + radius * flatness * 0.16;
  context.save();
  context.beginPath();
  context.ellipse(x, top, radius, radius * flatness, 0, 0, Math.PI * 2);
  context.clip();
  const foot = product.footRadius * k;
  softEllipse(context, x + foot * 0.62, stand + foot * 0.05, foot * 1.25, foot * 0.25, {
    colour: colours.shadow(1),
    blurPx: 30 * k,
    alpha: 0.45,
  });
  softEllipse(context, x + foot * 0.05, stand + foot * 0.02, foot * 1.02, foot * 0.2, {
    colour: colours.shadow(1),
    blurPx: 11 * k,
    alpha: 0.6,
  });
  context.restore();
  context.save();
  context.translate(x, stand);
  context.scale(k, k);
  product.draw(context, dressOf(brief, colours));
  context.restore();
}

function groundShadow(
  context: SKRSContext2D,
  colours: StageColours,
  x: number,
  foot: number,
  radius: number,
  height: number,
  k: number,
): void {
  const reach = Math.min(height, 220 * k);
  softEllipse(
    context,
    x + radius * 0.42 + reach * 0.3,
    foot + radius * 0.1,
    radius * 1.06 + reach * 0.2,
    radius * 0.24,
    { colour: colours.shadow(1), blurPx: 44 * k, alpha: 0.42 },
  );
  softEllipse(context, x + 4 * k, foot + 4 * k, radius * 1.02, radius * 0.215, {
    colour: colours.shadow(1),
    blurPx: 12 * k,
    alpha: 0.55,
  });
}

function dressOf(brief: LookBrief, colours: StageColours): Dress {
  const { palette, composition } = brief;
  const colour = colours.hero;
  const dark = palette.scheme === 'dark';
  return {
    palette,
    body: { colour, l: dark ? 0.62 : 0.55, gloss: 0.6 },
    cap: { colour: colour, l: dark ? 0.3 : 0.27, chroma: 0.75 },
    label: { colour: 'neutral', l: dark ? 0.93 : 0.95, chroma: 0.8 },
    mark: [palette.tone(colours.behind.colour, 0.42), palette.tone(colour, 0.6)],
    cut: composition,
    make: randomFrom('make of the product', ...palette.source).int(0, 1),
  };
}
