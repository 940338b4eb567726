import type { LayerPainter, Look, LookBrief } from '../look.ts';
import { drawBloom } from './botanical-flowers.ts';
import { bloomOf, drawDisc, drawGround, flowerOf, gardenOf, green, type Garden } from './botanical-garden.ts';
import { drawEucalyptus, drawFrond, drawLeaf } from './botanical-leaves.ts';
import { usualTextZone } from '../text-zone.ts';

/** Cut-paper flowers and leaves on a quiet ground. */
export const botanical: Look = {
  id: 'botanical',
  version: 1,
  compositions: 4,
  textZone: usualTextZone,
  draw(brief, paint) {
    const garden = gardenOf(brief);
    const plant = [bouquet, sweep, wreath, meadow][brief.composition % 4] ?? bouquet;
    plant(brief, garden, paint);
  },
};

/** One bloom in the middle, fronds to both sides, large leaves from below. */
function bouquet(brief: LookBrief, garden: Garden, paint: LayerPainter): void {
  const { x, y, k } = garden;
  const random = brief.random.fork('bouquet');
  paint(0, (context) => {
    drawGround(context, brief, garden);
    drawDisc(context, garden, x + 10 * k, y - 40 * k, 372 * k);
  });
  paint(0.55, (context) => {
    drawEucalyptus(
      context,
      garden,
      { x, y: y + 40 * k, angle: -Math.PI / 2 + random.between(-0.1, 0.1), length: 520 * k },
      random.between(-0.14, 0.14),
      green(garden, 0.7, 0.6),
    );
    for (const side of [-1, 1] as const) {
      const angle = side < 0 ? -Math.PI + random.between(0.5, 0.66) : -random.between(0.5, 0.66);
      drawFrond(
        context,
        garden,
        { x: x + side * 20 * k, y: y + 250 * k, angle, length: 640 * k },
        side * 0.2,
        15,
        green(garden, side < 0 ? 0.42 : 0.46),
      );
      drawEucalyptus(
        context,
        garden,
        { x, y: y + 60 * k, angle: side < 0 ? Math.PI * 0.86 : Math.PI * 0.14, length: 430 * k },
        -side * 0.3,
        green(garden, 0.66, 0.55),
      );
    }
  });
  paint(1, (context) => {
    const fan = [-0.98, 0.98, -0.56, 0.56, -0.2, 0.22];
    for (const [place, turn] of fan.entries()) {
      const angle = Math.PI / 2 - turn + random.between(-0.05, 0.05);
      drawLeaf(
        context,
        garden,
        { x: x + turn * 90 * k, y: y + 90 * k, angle, length: (560 - 40 * (place % 3)) * k },
        172 * k,
        green(garden, 0.3 + 0.035 * place),
        Math.sign(turn) * 0.3,
      );
    }
    drawBloom(context, flowerOf(brief, garden, 'bloom'), bloomOf(brief), x, y, 268 * k);
  });
}

/** A garland from the lower corner upwards: three blooms of different sizes, leaves around each. */
function sweep(brief: LookBrief, garden: Garden, paint: LayerPainter): void {
  const { k, mirror } = garden;
  const { frame, shape } = brief;
  const side = shape === 'landscape' ? 1 : mirror;
  const cornerX = side > 0 ? frame.width * 1.02 : -frame.width * 0.02;
  const random = brief.random.fork('sweep');
  const at = (left: number, up: number): readonly [number, number] => [
    cornerX - side * left * k,
    frame.height * 0.99 - up * k,
  ];
  const spots = [
    { place: at(300, 330), radius: 262, petal: garden.petal },
    { place: at(636, 150), radius: 158, petal: garden.other },
    { place: at(150, 726), radius: 172, petal: garden.other },
  ];
  paint(0, (context) => {
    drawGround(context, brief, garden);
    drawDisc(context, garden, ...at(250, 470), 430 * k);
  });
  paint(0.55, (context) => {
    const fronds = [
      { from: at(60, 300), angle: -1.86, length: 760 },
      { from: at(260, 120), angle: -2.78, length: 720 },
      { from: at(120, 160), angle: -2.3, length: 780 },
    ];
    for (const [place, frond] of fronds.entries()) {
      const angle = side > 0 ? frond.angle : -Math.PI - frond.angle;
      drawFrond(
        context,
        garden,
        { x: frond.from[0], y: frond.from[1], angle, length: frond.length * k },
        side * (place === 1 ? 0.16 : -0.14),
        15,
        green(garden, 0.4 + 0.05 * place),
      );
    }
    for (const [place, turn] of [-1.35, -3.0].entries()) {
      const [x, y] = at(place === 0 ? 330 : 560, place === 0 ? 500 : 200);
      drawEucalyptus(
        context,
        garden,
        { x, y, angle: side > 0 ? turn - 0.6 + 0.5 * place : -Math.PI - (turn - 0.6 + 0.5 * place), length: 420 * k },
        side * 0.16,
        green(garden, 0.7, 0.55),
      );
    }
  });
  paint(1, (context) => {
    for (const [place, spot] of spots.entries()) {
      for (const turn of [-2.5, 2.4, -1.2, 1.15, 0.1]) {
        const angle = (side > 0 ? -2.2 : -0.94) + turn + random.between(-0.12, 0.12);
        drawLeaf(
          context,
          garden,
          { x: spot.place[0], y: spot.place[1], angle, length: spot.radius * 1.78 * k },
          spot.radius * 0.62 * k,
          green(garden, 0.3 + 0.04 * ((place + Math.round(turn * 3) + 9) % 4)),
          0.18,
        );
      }
    }
    const kind = bloomOf(brief);
    for (const [place, spot] of spots.entries()) {
      drawBloom(
        context,
        flowerOf(brief, garden, `bloom${place}`, spot.petal),
        place === 0 ? kind : kind === 'daisy' ? 'peony' : 'daisy',
        spot.place[0],
        spot.place[1],
        spot.radius * k,
      );
    }
  });
}

/** Leaves in a ring about an empty disc, blooms at its foot. */
function wreath(brief: LookBrief, garden: Garden, paint: LayerPainter): void {
  const { x, y, k, mirror } = garden;
  const random = brief.random.fork('wreath');
  const radius = 352 * k;
  const on = (angle: number, reach = 1): readonly [number, number] => [
    x + Math.cos(angle) * radius * reach,
    y + Math.sin(angle) * radius * reach,
  ];
  paint(0, (context) => {
    drawGround(context, brief, garden);
    drawDisc(context, garden, x, y, radius * 0.98);
  });
  paint(0.55, (context) => {
    const steps = 30;
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * Math.PI * 2 + random.between(-0.05, 0.05);
      const [leafX, leafY] = on(angle, random.between(0.94, 1.04));
      const out = angle + mirror * (step % 2 === 0 ? 0.95 : 1.9) + random.between(-0.12, 0.12);
      drawLeaf(
        context,
        garden,
        { x: leafX, y: leafY, angle: out, length: random.between(150, 205) * k },
        random.between(52, 70) * k,
        green(garden, 0.36 + 0.3 * ((step * 7) % 10) * 0.1, 0.85),
        0.1,
      );
    }
    for (const start of [0.4, 2.5, 4.4]) {
      const [sprigX, sprigY] = on(start * mirror);
      drawEucalyptus(
        context,
        garden,
        { x: sprigX, y: sprigY, angle: start * mirror + mirror * 1.15, length: 310 * k },
        mirror * 0.34,
        green(garden, 0.72, 0.55),
      );
    }
  });
  paint(1, (context) => {
    const low = Math.PI / 2 + mirror * 0.62;
    const kind = bloomOf(brief);
    const places = [
      { angle: low, radius: 190, petal: garden.petal, kind },
      { angle: low + mirror * 0.78, radius: 118, petal: garden.other, kind: 'daisy' as const },
      {
        angle: low - mirror * 0.82,
        radius: 132,
        petal: garden.other,
        kind: kind === 'lotus' ? ('peony' as const) : ('lotus' as const),
      },
      { angle: low + Math.PI * 0.96, radius: 88, petal: garden.petal, kind: 'daisy' as const },
    ];
    for (const [place, spot] of places.entries()) {
      const [bloomX, bloomY] = on(spot.angle);
      for (const turn of [-1.4, -0.5, 0.5, 1.4]) {
        drawLeaf(
          context,
          garden,
          { x: bloomX, y: bloomY, angle: spot.angle + turn, length: spot.radius * 1.62 * k },
          spot.radius * 0.56 * k,
          green(garden, 0.32 + 0.04 * place),
          0.15,
        );
      }
    }
    for (const [place, spot] of places.toReversed().entries()) {
      drawBloom(
        context,
        flowerOf(brief, garden, `bloom${place}`, spot.petal),
        spot.kind,
        ...on(spot.angle),
        spot.radius * k,
      );
    }
  });
}

/** Stems of different heights growing from below before a rising disc. */
function meadow(brief: LookBrief, garden: Garden, paint: LayerPainter): void {
  const { x, y, k, mirror } = garden;
  const { frame } = brief;
  const random = brief.random.fork('meadow');
  const foot = frame.height * 1.06;
  // Beside the words there is less room.
  const spread = brief.shape === 'landscape' ? 0.72 : 1;
  paint(0, (context) => {
    drawGround(context, brief, garden);
    drawDisc(context, garden, x + mirror * 120 * k, y + 30 * k, 330 * k);
  });
  const stems = [
    { dx: -300, up: 240, radius: 104, petal: garden.other, kind: 'daisy' as const },
    { dx: 300, up: 190, radius: 120, petal: garden.petal, kind: 'daisy' as const },
    { dx: -40, up: -80, radius: 196, petal: garden.petal, kind: bloomOf(brief) },
    { dx: 176, up: 330, radius: 92, petal: garden.other, kind: 'lotus' as const },
    { dx: -210, up: -10, radius: 128, petal: garden.other, kind: 'lotus' as const },
  ].map((stem) => ({
    ...stem,
    headX: x + mirror * stem.dx * spread * k + random.between(-16, 16) * k,
    headY: y - stem.up * k + 60 * k,
  }));
  paint(0.5, (context) => {
    for (const [place, dx] of [-430, 430, -150, 200].entries()) {
      const angle = -Math.PI / 2 + (dx / 430) * 0.3 * spread + random.between(-0.05, 0.05);
      drawFrond(
        context,
        garden,
        { x: x + dx * spread * k, y: foot, angle, length: (foot - y) * (place < 2 ? 1.02 : 0.82) + 60 * k },
        Math.sign(dx) * 0.12,
        15,
        green(garden, 0.5 + 0.04 * place, 0.8),
        0.3,
      );
    }
  });
  paint(1, (context) => {
    for (const stem of stems) {
      context.strokeStyle = garden.palette.tone(garden.leaf, 0.34);
      context.lineWidth = 11 * k;
      context.lineCap = 'round';
      context.beginPath();
      context.moveTo(x + (stem.headX - x) * 0.45, foot);
      context.quadraticCurveTo(x + (stem.headX - x) * 0.55, (foot + stem.headY) / 2, stem.headX, stem.headY);
      context.stroke();
    }
    for (const [place, stem] of stems.entries()) {
      const span = foot - stem.headY;
      for (const [along, side] of [
        [0.34, -1],
        [0.5, 1],
        [0.68, -1],
      ] as const) {
        const leafX = x + (stem.headX - x) * (0.47 + 0.5 * (1 - along) ** 1.6);
        drawLeaf(
          context,
          garden,
          {
            x: leafX,
            y: stem.headY + span * along,
            angle: -Math.PI / 2 + side * random.between(0.62, 0.9),
            length: Math.min(span * 0.4, 300 * k),
          },
          Math.min(span * 0.11, 84 * k),
          green(garden, 0.33 + 0.045 * place),
          side * 0.2,
        );
      }
    }
    for (const side of [-1, 1] as const) {
      drawLeaf(
        context,
        garden,
        { x: x + side * 470 * spread * k, y: foot, angle: -Math.PI / 2 - side * 0.5, length: 520 * k },
        190 * k,
        green(garden, 0.3),
        -side * 0.25,
      );
    }
    for (const [place, stem] of stems.entries())
      drawBloom(
        context,
        flowerOf(brief, garden, `bloom${place}`, stem.petal),
        stem.kind,
        stem.headX,
        stem.headY,
        stem.radius * k,
      );
  });
}
