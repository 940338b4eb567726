import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Look, LookBrief } from '../look.ts';
import type { ColourRole } from '../palette.ts';
import { lit, type Material } from '../solids.ts';
import { deskOf, drawGround, drawPointer, type Desk } from './isocards-desk.ts';
import { drawFace, drawWindow, type Face, type FaceKind } from './isocards-faces.ts';
import { drawPrism, drawSlab, type Plane, type Slab } from './isocards-plane.ts';
import { usualTextZone } from '../text-zone.ts';

/** An interface as things in space: a window on a plate, cards floating above it. */
export const isocards: Look = {
  id: 'isocards',
  version: 1,
  compositions: 4,
  textZone: usualTextZone,
  draw(brief, paint) {
    const desk = deskOf(brief);
    const arrange = [office, tower, columns, deck][brief.composition % 4] ?? office;
    paint(0, (context) => {
      drawGround(context, brief, desk);
    });
    const { base, floating } = arrange(brief, desk);
    paint(0.5, base);
    paint(1, floating);
  },
};

interface Arrangement {
  readonly base: (context: SKRSContext2D) => void;
  readonly floating: (context: SKRSContext2D) => void;
}

const COS = Math.cos(Math.PI / 6);
const SIN = Math.sin(Math.PI / 6);

/** Seen from the corner: the plane's right goes down right, its down goes down left. */
function planeOf(desk: Desk, k: number, dx: number, dy: number, mirrored = false): Plane {
  const spot = { x: desk.x + dx * desk.k, y: desk.y + dy * desk.k, k };
  return mirrored
    ? { ...spot, right: [COS, -SIN], down: [COS, SIN] }
    : { ...spot, right: [COS, SIN], down: [-COS, SIN] };
}

/** A card: white, or filled with a role and lettered in white. */
function cardSlab(
  brief: LookBrief,
  desk: Desk,
  kind: FaceKind,
  box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    readonly lift: number;
    readonly over: number;
  },
  fill: ColourRole | 'white',
): Slab {
  const { palette } = brief;
  const face: Face = { palette, random: brief.random.fork(`face-${kind}-${box.left}`), coloured: fill !== 'white' };
  const body: Material =
    fill === 'white'
      ? { colour: 'neutral', l: 0.985, chroma: 1 }
      : { colour: fill, l: fill === desk.other ? 0.66 : 0.56, chroma: 1 };
  return {
    ...box,
    thickness: 16,
    corner: 26,
    edge: (alpha) => lit(palette, body, 0.18, alpha),
    sideNear: lit(palette, fill === 'white' ? { colour: desk.hero, l: 0.82, chroma: 0.5 } : body, -0.1),
    sideFar: lit(palette, fill === 'white' ? { colour: desk.hero, l: 0.7, chroma: 0.5 } : body, -0.2),
    face: (context) => {
      const paint = context.createLinearGradient(0, 0, box.width, box.height);
      paint.addColorStop(0, lit(palette, body, fill === 'white' ? 0.01 : 0.07));
      paint.addColorStop(1, lit(palette, body, fill === 'white' ? -0.025 : -0.07));
      context.fillStyle = paint;
      context.fillRect(0, 0, box.width, box.height);
      drawFace(context, face, kind, box.width, box.height);
    },
  };
}

function plateSlab(brief: LookBrief, desk: Desk, width: number, height: number, lift: number): Slab {
  const { palette } = brief;
  const dark = palette.scheme === 'dark';
  const body: Material = { colour: dark ? desk.ground : desk.hero, l: dark ? 0.34 : 0.8, chroma: dark ? 1 : 0.6 };
  return {
    left: -width / 2,
    top: -height / 2,
    width,
    height,
    lift,
    over: 0,
    thickness: 24,
    corner: 44,
    edge: (alpha) => lit(palette, body, 0.22, alpha),
    sideNear: lit(palette, body, -0.1),
    sideFar: lit(palette, body, -0.18),
    face: (context) => {
      const paint = context.createLinearGradient(0, 0, width, height);
      paint.addColorStop(0, lit(palette, body, 0.06));
      paint.addColorStop(1, lit(palette, body, -0.05));
      context.fillStyle = paint;
      context.fillRect(0, 0, width, height);
    },
  };
}

function windowSlab(brief: LookBrief, desk: Desk, width: number, height: number, lift: number, over: number): Slab {
  const { palette } = brief;
  return {
    left: -width / 2,
    top: -height / 2,
    width,
    height,
    lift,
    over,
    thickness: 18,
    corner: 30,
    edge: (alpha) => `rgba(255,255,255,${alpha})`,
    sideNear: palette.tone(desk.hero, 0.8, 0.4),
    sideFar: palette.tone(desk.hero, 0.66, 0.45),
    face: (context) => {
      context.fillStyle = palette.tone('neutral', 0.99);
      context.fillRect(0, 0, width, height);
      drawWindow(
        context,
        { palette, random: brief.random.fork('window'), coloured: false },
        width,
        height,
        desk.kinds[0] ?? 'chart',
      );
    },
  };
}

/** A window on its plate, three cards above it. */
function office(brief: LookBrief, desk: Desk): Arrangement {
  const plane = planeOf(desk, desk.k * 0.92, 0, 10);
  const [first = 'donut', second = 'list'] = desk.kinds.filter((kind) => kind !== 'tick');
  return {
    base: (context) => {
      drawSlab(context, plane, plateSlab(brief, desk, 820, 660, 24), desk.shadow);
      drawSlab(context, plane, windowSlab(brief, desk, 720, 540, 74, 24), desk.shadow);
    },
    floating: (context) => {
      drawSlab(
        context,
        plane,
        cardSlab(brief, desk, first, { left: 40, top: -400, width: 300, height: 250, lift: 260, over: 74 }, desk.hero),
        desk.shadow,
      );
      drawSlab(
        context,
        plane,
        cardSlab(
          brief,
          desk,
          'tick',
          { left: -390, top: 20, width: 280 * desk.tick, height: 116 * desk.tick, lift: 230, over: 74 },
          desk.other,
        ),
        desk.shadow,
      );
      drawSlab(
        context,
        plane,
        cardSlab(brief, desk, second, { left: 190, top: 110, width: 270, height: 220, lift: 170, over: 74 }, 'white'),
        desk.shadow,
      );
      drawPointer(context, brief, plane.x - 20 * plane.k, plane.y - 60 * plane.k, 92 * plane.k);
    },
  };
}

/** Three sheets hovering over one another, seen from the other corner. */
function tower(brief: LookBrief, desk: Desk): Arrangement {
  const plane = planeOf(desk, desk.k * 1.1, -480, 120, true);
  const [first = 'chart', second = 'donut', third = 'list'] = desk.kinds.filter((kind) => kind !== 'tick');
  const sheet = { left: 0, top: 0, width: 500, height: 420 };
  return {
    base: (context) => {
      drawSlab(
        context,
        plane,
        cardSlab(brief, desk, 'list', { ...sheet, lift: -60, over: -120 }, desk.hero),
        desk.shadow,
      );
      drawSlab(context, plane, cardSlab(brief, desk, third, { ...sheet, lift: 90, over: -60 }, 'white'), desk.shadow);
    },
    floating: (context) => {
      drawSlab(context, plane, cardSlab(brief, desk, first, { ...sheet, lift: 260, over: 90 }, 'white'), desk.shadow);
      drawSlab(
        context,
        plane,
        cardSlab(
          brief,
          desk,
          second,
          { left: 300, top: 190, width: 260, height: 230, lift: 390, over: 260 },
          desk.other,
        ),
        desk.shadow,
      );
      drawSlab(
        context,
        plane,
        cardSlab(
          brief,
          desk,
          'tick',
          { left: -70, top: -10, width: 260 * desk.tick, height: 108 * desk.tick, lift: 350, over: 260 },
          desk.hero,
        ),
        desk.shadow,
      );
    },
  };
}

/** Columns growing out of a plate, a card above them. */
function columns(brief: LookBrief, desk: Desk): Arrangement {
  const { palette } = brief;
  const plane = planeOf(desk, desk.k * 1.04, 0, 90);
  const [first = 'donut'] = desk.kinds.filter((kind) => kind !== 'tick');
  const random = brief.random.fork('columns');
  const heights = [0, 1, 2, 3, 4].map((place) => 70 + 62 * place + random.between(-26, 26));
  const tones = (role: ColourRole, l: number): Parameters<typeof drawPrism>[3] => ({
    top: palette.tone(role, l + 0.14),
    light: palette.tone(role, l + 0.02),
    dark: palette.tone(role, l - 0.13),
    edge: palette.tone(role, Math.min(0.96, l + 0.26), 1, 0.9),
    shadow: desk.shadow(1),
  });
  return {
    base: (context) => {
      drawSlab(context, plane, plateSlab(brief, desk, 800, 560, 24), desk.shadow);
      drawSlab(
        context,
        plane,
        cardSlab(brief, desk, 'list', { left: -360, top: 70, width: 400, height: 180, lift: 44, over: 24 }, 'white'),
        desk.shadow,
      );
    },
    floating: (context) => {
      for (const [place, height] of heights.entries()) {
        const best = place === 4;
        drawPrism(
          context,
          plane,
          { left: -350 + place * 142, top: -190, side: 104, foot: 24, height },
          tones(best ? desk.other : desk.hero, best ? 0.68 : 0.46 + 0.055 * place),
        );
      }
      drawSlab(
        context,
        plane,
        cardSlab(brief, desk, first, { left: 110, top: 60, width: 260, height: 190, lift: 130, over: 24 }, 'white'),
        desk.shadow,
      );
      drawSlab(
        context,
        plane,
        cardSlab(
          brief,
          desk,
          'tick',
          { left: -330, top: -70, width: 270 * desk.tick, height: 112 * desk.tick, lift: 250, over: 24 },
          desk.other,
        ),
        desk.shadow,
      );
    },
  };
}

/** Cards standing upright, fanned and overlapping, as on a wall. */
function deck(brief: LookBrief, desk: Desk): Arrangement {
  const lean = brief.random.fork('lean').next() < 0.5 ? 1 : -1;
  const upright = (dx: number, dy: number, turn: number): Plane => {
    const angle = (turn * lean * Math.PI) / 180;
    return {
      x: desk.x + dx * lean * desk.k,
      y: desk.y + dy * desk.k,
      k: desk.k,
      right: [Math.cos(angle), Math.sin(angle)],
      down: [-Math.sin(angle), Math.cos(angle)],
    };
  };
  const [first = 'chart', second = 'donut', third = 'list'] = desk.kinds.filter((kind) => kind !== 'tick');
  const standing = (
    context: SKRSContext2D,
    plane: Plane,
    kind: FaceKind,
    width: number,
    height: number,
    fill: ColourRole | 'white',
    lift: number,
  ): void => {
    const slab = cardSlab(
      brief,
      desk,
      kind,
      { left: -width / 2, top: -height / 2, width, height, lift: 0, over: -lift },
      fill,
    );
    drawSlab(context, plane, { ...slab, thickness: 8, over: 0, lift: 0 }, desk.shadow);
  };
  return {
    base: (context) => {
      standing(context, upright(-120, -70, -9), third, 460, 560, desk.hero, 40);
      standing(context, upright(150, 60, 7), second, 430, 500, 'white', 60);
    },
    floating: (context) => {
      standing(context, upright(-30, 110, -3), first, 620, 410, 'white', 90);
      standing(context, upright(250, -150, 5), 'tick', 330 * desk.tick, 128 * desk.tick, desk.other, 110);
      standing(context, upright(-260, 330, -5), second === 'bars' ? 'donut' : 'bars', 270, 220, desk.hero, 120);
    },
  };
}
