import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { betweenShapes } from '../frame.ts';
import { groundOf, heroRole } from '../ground.ts';
import type { LookBrief } from '../look.ts';
import type { ColourRole, Oklch } from '../palette.ts';
import { lit, type Material } from '../solids.ts';
import type { FaceKind } from './isocards-faces.ts';

const FACE_WORDS: readonly (readonly [FaceKind, readonly string[]])[] = [
  [
    'donut',
    ['share', 'budget', 'cost', 'percent', 'saving', 'market', 'pay', 'pazar', 'bütçe', 'maliyet', 'oran', 'tasarruf'],
  ],
  [
    'list',
    [
      'team',
      'list',
      'task',
      'plan',
      'user',
      'people',
      'project',
      'inbox',
      'ekip',
      'liste',
      'görev',
      'kullanıcı',
      'proje',
    ],
  ],
  ['tick', ['done', 'approve', 'secure', 'safe', 'check', 'trust', 'confirm', 'tamam', 'onay', 'güven', 'kontrol']],
  ['bars', ['sale', 'revenue', 'compare', 'result', 'satış', 'gelir', 'sonuç', 'karşılaştır']],
  ['chart', ['grow', 'report', 'dashboard', 'analytic', 'data', 'trend', 'büyüme', 'rapor', 'panel', 'veri']],
];

/** Colours and place of one picture. */
export interface Desk {
  readonly ground: Oklch;
  readonly hero: ColourRole;
  readonly other: ColourRole;
  readonly kinds: readonly FaceKind[];
  /** How large the card with the tick is, larger where the brief is about it. */
  readonly tick: number;
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly shadow: (alpha: number) => string;
}

/** Chooses colours, place and what the cards show. */
export function deskOf(brief: LookBrief): Desk {
  const { palette, frame, shape, u } = brief;
  const dark = palette.scheme === 'dark';
  const ground = groundOf(palette);
  const hero = heroRole(palette, ground);
  const all: readonly FaceKind[] = ['chart', 'donut', 'list', 'tick', 'bars'];
  const wanted = FACE_WORDS.find(([, stems]) =>
    brief.words.some((word) => stems.some((stem) => word.startsWith(stem))),
  )?.[0];
  const first = wanted ?? brief.random.fork('face').pick(all);
  return {
    ground,
    hero,
    other: hero === 'key' ? 'accent' : 'key',
    kinds: [first, ...all.filter((kind) => kind !== first)],
    tick: first === 'tick' ? 1.3 : 1,
    x: frame.width * { portrait: 0.5, square: 0.5, landscape: 0.71 }[shape],
    y: frame.height * { portrait: 0.63, square: 0.66, landscape: 0.54 }[shape],
    k: u * (shape === 'landscape' ? 0.94 : betweenShapes(frame, 0.8, 1.0)) * (brief.shot === 'close' ? 1.2 : 1),
    shadow: (alpha) => palette.tone(ground, dark ? 0.05 : 0.3, dark ? 0.8 : 1, alpha),
  };
}

/** The ground with two glows and a dotted floor that fades away from the subject. */
export function drawGround(context: SKRSContext2D, { frame, palette, u }: LookBrief, desk: Desk): void {
  const { width, height } = frame;
  const dark = palette.scheme === 'dark';
  const material: Material = {
    colour: desk.ground,
    l: dark ? 0.2 : 0.925,
    chroma: dark ? 1 : Math.min(1, 0.04 / Math.max(0.02, desk.ground.c)),
  };
  const sweep = context.createLinearGradient(0, 0, width * 0.6, height);
  sweep.addColorStop(0, lit(palette, material, dark ? 0.02 : 0.03));
  sweep.addColorStop(1, lit(palette, { ...material, chroma: (material.chroma ?? 1) * 1.4 }, dark ? -0.07 : -0.06));
  context.fillStyle = sweep;
  fillAll(context, frame);
  const glows: readonly (readonly [number, number, number, ColourRole, number])[] = [
    [desk.x - 240 * desk.k, desk.y - 120 * desk.k, 820, desk.hero, dark ? 0.42 : 0.3],
    [desk.x + 380 * desk.k, desk.y + 300 * desk.k, 700, 'second', dark ? 0.3 : 0.24],
  ];
  for (const [x, y, radius, role, alpha] of glows) {
    const glow = context.createRadialGradient(x, y, 0, x, y, radius * desk.k);
    glow.addColorStop(0, palette.tone(role, dark ? 0.42 : 0.84, 0.9, alpha));
    glow.addColorStop(0.5, palette.tone(role, dark ? 0.36 : 0.86, 0.9, alpha * 0.4));
    glow.addColorStop(1, palette.tone(role, dark ? 0.3 : 0.9, 0.9, 0));
    context.fillStyle = glow;
    fillAll(context, frame);
  }
  // A dotted floor that fades away from the subject.
  const step = 46 * desk.k;
  for (let row = -12; row <= 12; row++) {
    for (let column = -12; column <= 12; column++) {
      const x = desk.x + (column - row) * step * 0.866;
      const y = desk.y + 60 * u + (column + row) * step * 0.5;
      const away = Math.hypot((x - desk.x) / 620, (y - desk.y) / 420) / desk.k;
      if (away > 1) continue;
      context.fillStyle = palette.tone(desk.hero, dark ? 0.6 : 0.66, 0.7, 0.32 * (1 - away));
      context.beginPath();
      context.arc(x, y, 2 * desk.k, 0, Math.PI * 2);
      context.fill();
    }
  }
}

/** A pointer, its tip at (x, y). */
export function drawPointer(context: SKRSContext2D, { palette }: LookBrief, x: number, y: number, size: number): void {
  const arrow = new Path2D();
  for (const [place, [a, b]] of [
    [0, 0],
    [0, 0.86],
    [0.2, 0.68],
    [0.34, 0.99],
    [0.48, 0.93],
    [0.35, 0.62],
    [0.62, 0.6],
  ].entries()) {
    if (place === 0) arrow.moveTo(x + (a ?? 0) * size, y + (b ?? 0) * size);
    else arrow.lineTo(x + (a ?? 0) * size, y + (b ?? 0) * size);
  }
  arrow.closePath();
  context.save();
  context.shadowColor = 'rgba(0,0,0,0.35)';
  context.shadowBlur = size * 0.16;
  context.shadowOffsetX = size * 0.08;
  context.shadowOffsetY = size * 0.12;
  context.fillStyle = palette.tone('key', 0.16, 0.6);
  context.fill(arrow);
  context.restore();
  context.strokeStyle = 'white';
  context.lineJoin = 'round';
  context.lineWidth = size * 0.07;
  context.stroke(arrow);
}
