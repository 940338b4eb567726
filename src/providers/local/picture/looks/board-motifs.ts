import type { Random } from '../random.ts';
import type { Chalk } from './board-chalk.ts';
import { drawFlask, drawGeometry } from './board-bench-motifs.ts';

/** A drawing of the board: within -1 to 1 both ways. */
export interface Motif {
  readonly id: string;
  /** Stems (see `matchesStem`) that call for it. */
  readonly stems: readonly string[];
  readonly draw: (chalk: Chalk, random: Random) => void;
}

/** Everything the board knows to draw. No letters and no numbers: those come from the overlay. */
export const motifs: readonly Motif[] = [
  {
    id: 'graph',
    stems: [
      'math*',
      'calculus',
      'statistics',
      'function',
      'growth',
      'economics',
      'data',
      'matematik*',
      'istatistik*',
      'turev*',
      'ekonomi*',
    ],
    draw: drawGraph,
  },
  {
    id: 'orbit',
    stems: [
      'orbit',
      'planet',
      'space',
      'solar',
      'astronomy',
      'moon',
      'star',
      'universe',
      'gezegen*',
      'uzay*',
      'yildiz*',
      'astronomi*',
      'evren*',
    ],
    draw: drawOrbit,
  },
  {
    id: 'atom',
    stems: ['atom*', 'physics', 'quantum', 'nuclear', 'energy', 'science', 'fizik*', 'enerji*', 'bilim*', 'kuantum*'],
    draw: drawAtom,
  },
  {
    id: 'idea',
    stems: [
      'idea',
      'learn',
      'learning',
      'think',
      'creativ*',
      'invent*',
      'how',
      'fikir*',
      'ogren*',
      'dusun*',
      'nasil',
      'bulus*',
    ],
    draw: drawIdea,
  },
  {
    id: 'flask',
    stems: [
      'chemistry',
      'lab',
      'laboratory',
      'experiment',
      'reaction',
      'medicine',
      'kimya*',
      'deney*',
      'laboratuvar*',
      'tepkime*',
      'ilac*',
    ],
    draw: drawFlask,
  },
  {
    id: 'geometry',
    stems: [
      'geometry',
      'triangle',
      'architect*',
      'engineer*',
      'angle',
      'shape',
      'pythagor*',
      'geometri*',
      'ucgen*',
      'muhendis*',
      'mimar*',
    ],
    draw: drawGeometry,
  },
];

function drawGraph(chalk: Chalk, random: Random): void {
  const steep = random.between(4.4, 6);
  const middle = random.between(-0.08, 0.12);
  const curve = (x: number): number => 0.72 - 1.42 / (1 + Math.exp(-steep * (x - middle)));
  chalk.line(
    [
      [-0.86, 0.96],
      [-0.86, -0.98],
    ],
    'white',
    1.1,
  );
  chalk.line(
    [
      [-0.93, -0.86],
      [-0.86, -0.99],
      [-0.79, -0.86],
    ],
    'white',
  );
  chalk.line(
    [
      [-0.98, 0.82],
      [1, 0.82],
    ],
    'white',
    1.1,
  );
  chalk.line(
    [
      [0.88, 0.75],
      [1.01, 0.82],
      [0.88, 0.89],
    ],
    'white',
  );
  for (let tick = 1; tick < 7; tick++) {
    chalk.line(
      [
        [-0.86 + tick * 0.25, 0.79],
        [-0.86 + tick * 0.25, 0.86],
      ],
      'white',
      0.7,
    );
    chalk.line(
      [
        [-0.89, 0.82 - tick * 0.25],
        [-0.82, 0.82 - tick * 0.25],
      ],
      'white',
      0.7,
    );
  }
  chalk.hatch((x, y) => x > -0.12 && x < 0.5 && y > curve(x) && y < 0.8, 'second', 0.055);
  chalk.line(
    [
      [-0.12, 0.82],
      [-0.12, curve(-0.12)],
    ],
    'second',
    0.8,
  );
  chalk.line(
    [
      [0.5, 0.82],
      [0.5, curve(0.5)],
    ],
    'second',
    0.8,
  );
  chalk.curve((share) => [-0.84 + 1.7 * share, curve(-0.84 + 1.7 * share)], 'first', 1.7);
  const touch = random.between(0.12, 0.3);
  const slope = (curve(touch + 0.01) - curve(touch - 0.01)) / 0.02;
  chalk.line(
    [
      [touch - 0.3, curve(touch) - 0.3 * slope],
      [touch + 0.26, curve(touch) + 0.26 * slope],
    ],
    'third',
    1,
  );
  chalk.ring(touch, curve(touch), 0.045, 0.045, 0, 'white', 1);
}

function drawOrbit(chalk: Chalk, random: Random): void {
  const tilt = -0.42;
  chalk.ring(0, 0, 0.2, 0.2, 0, 'first', 1.3);
  chalk.hatch((x, y) => Math.hypot(x, y) < 0.185, 'first', 0.05);
  for (let ray = 0; ray < 14; ray++) {
    const angle = (ray / 14) * Math.PI * 2;
    const long = ray % 2 === 0 ? 0.34 : 0.3;
    chalk.line(
      [
        [0.25 * Math.cos(angle), 0.25 * Math.sin(angle)],
        [long * Math.cos(angle), long * Math.sin(angle)],
      ],
      'first',
      0.9,
    );
  }
  for (const [number, [radius, planet]] of (
    [
      [0.48, 0.06],
      [0.72, 0.085],
      [1, 0.115],
    ] as const
  ).entries()) {
    const flat = radius * 0.56;
    chalk.ring(0, 0, radius, flat, tilt, 'white', 0.8);
    const angle = random.between(0, Math.PI * 2);
    const x = radius * Math.cos(angle) * Math.cos(tilt) - flat * Math.sin(angle) * Math.sin(tilt);
    const y = radius * Math.cos(angle) * Math.sin(tilt) + flat * Math.sin(angle) * Math.cos(tilt);
    const pen = (['second', 'third', 'first'] as const)[number] ?? 'white';
    chalk.ring(x, y, planet, planet, 0, pen, 1.2);
    chalk.hatch((hx, hy) => Math.hypot(hx - x, hy - y) < planet * 0.9, pen, 0.035);
    if (number === 2) chalk.ring(x, y, planet * 1.8, planet * 0.5, -0.35, 'white', 0.8);
  }
  for (let star = 0; star < 7; star++) {
    const angle = random.between(0, Math.PI * 2);
    const far = random.between(0.86, 1.15);
    const [x, y] = [far * Math.cos(angle), 0.95 * far * Math.sin(angle)];
    chalk.line(
      [
        [x - 0.035, y],
        [x + 0.035, y],
      ],
      'white',
      0.7,
    );
    chalk.line(
      [
        [x, y - 0.035],
        [x, y + 0.035],
      ],
      'white',
      0.7,
    );
  }
}

function drawAtom(chalk: Chalk, random: Random): void {
  const turn = random.between(0, Math.PI / 3);
  for (const [number, pen] of (['white', 'second', 'third'] as const).entries()) {
    const angle = turn + (number * Math.PI) / 3;
    chalk.ring(0, 0, 0.96, 0.34, angle, pen, 1.1);
    const at = random.between(0, Math.PI * 2);
    const [across, down] = [0.96 * Math.cos(at), 0.34 * Math.sin(at)];
    const [x, y] = [
      across * Math.cos(angle) - down * Math.sin(angle),
      across * Math.sin(angle) + down * Math.cos(angle),
    ];
    chalk.dot(x, y, 0.06, 'first');
    chalk.ring(x, y, 0.075, 0.075, 0, 'white', 0.8);
  }
  for (const [x, y, pen] of [
    [-0.07, -0.05, 'first'],
    [0.08, -0.03, 'white'],
    [0, 0.09, 'first'],
    [-0.01, -0.14, 'white'],
    [0.12, 0.1, 'first'],
    [-0.13, 0.08, 'white'],
  ] as const) {
    chalk.ring(x, y, 0.085, 0.085, 0, pen, 1);
    if (pen === 'first') chalk.hatch((hx, hy) => Math.hypot(hx - x, hy - y) < 0.075, pen, 0.035);
  }
}

function drawIdea(chalk: Chalk, random: Random): void {
  chalk.curve(
    (share) => {
      const angle = Math.PI * 0.72 + share * Math.PI * 1.56;
      const pinch = Math.abs(share - 0.5) > 0.42 ? 0.02 : 0;
      return [(0.52 - pinch) * Math.cos(angle), -0.22 + (0.52 - pinch) * Math.sin(angle)];
    },
    'white',
    1.4,
  );
  chalk.line(
    [
      [-0.31, 0.2],
      [-0.2, 0.42],
      [-0.2, 0.56],
    ],
    'white',
    1.4,
  );
  chalk.line(
    [
      [0.31, 0.2],
      [0.2, 0.42],
      [0.2, 0.56],
    ],
    'white',
    1.4,
  );
  for (const y of [0.58, 0.67, 0.76])
    chalk.line(
      [
        [-0.2, y],
        [0.2, y - 0.03],
      ],
      'second',
      1.2,
    );
  chalk.curve((share) => [-0.11 + 0.22 * share, 0.8 + 0.07 * Math.sin(Math.PI * share)], 'second', 1.2);
  chalk.line(
    [
      [-0.1, 0.54],
      [-0.15, -0.02],
      [-0.05, 0.1],
      [0.05, -0.06],
      [0.15, 0.06],
      [0.1, 0.54],
    ],
    'first',
    1.1,
  );
  chalk.hatch((x, y) => Math.hypot(x, y + 0.22) < 0.46 && x + y * 0.3 < -0.06, 'first', 0.07);
  for (let ray = 0; ray < 9; ray++) {
    const angle = Math.PI + (ray / 8) * Math.PI;
    const [near, far] = [0.64, ray % 2 === 0 ? 0.92 : 0.8 + random.between(0, 0.05)];
    chalk.line(
      [
        [near * Math.cos(angle), -0.22 + near * Math.sin(angle)],
        [far * Math.cos(angle), -0.22 + far * Math.sin(angle)],
      ],
      ray % 2 === 0 ? 'first' : 'third',
      1.2,
    );
  }
}
