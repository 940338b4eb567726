import type { Random } from '../random.ts';
import type { Chalk } from './board-chalk.ts';

/** A flask with a level of liquid, bubbles and a ring of six. */
export function drawFlask(chalk: Chalk, random: Random): void {
  chalk.line(
    [
      [-0.14, -0.84],
      [-0.14, -0.3],
      [-0.62, 0.66],
    ],
    'white',
    1.3,
  );
  chalk.line(
    [
      [0.14, -0.84],
      [0.14, -0.3],
      [0.62, 0.66],
    ],
    'white',
    1.3,
  );
  chalk.curve((share) => [-0.62 + 1.24 * share, 0.66 + 0.13 * Math.sin(Math.PI * share)], 'white', 1.3);
  chalk.ring(0, -0.86, 0.19, 0.05, 0, 'white', 1.1);
  const level = random.between(0.14, 0.26);
  const half = 0.14 + ((level + 0.3) / 0.96) * 0.48;
  chalk.ring(0, level, half, 0.06, 0, 'second', 1);
  chalk.hatch(
    (x, y) => y > level + 0.05 && y < 0.72 && Math.abs(x) < 0.14 + ((y + 0.3) / 0.96) * 0.46,
    'second',
    0.075,
  );
  for (let bubble = 0; bubble < 8; bubble++) {
    const y = 0.55 - bubble * 0.19;
    chalk.ring(
      random.between(-0.13, 0.13) * (bubble < 3 ? 2 : bubble < 6 ? 0.6 : 1.6),
      y,
      0.03 + 0.022 * (bubble % 3),
      undefined,
      0,
      bubble % 2 === 0 ? 'first' : 'third',
      0.9,
    );
  }
  chalk.line(
    [
      [0.5, -0.2],
      [0.78, -0.2],
    ],
    'third',
    1,
  );
  for (const turn of [0, 1, 2, 3, 4, 5]) {
    const corner = (step: number): readonly [number, number] => [
      0.8 + 0.17 * Math.cos((step * Math.PI) / 3),
      -0.42 + 0.17 * Math.sin((step * Math.PI) / 3),
    ];
    chalk.line([corner(turn), corner(turn + 1)], 'first', 1);
  }
}

/** A right triangle with the squares on its sides. */
export function drawGeometry(chalk: Chalk, random: Random): void {
  const [corner, right, top] = [
    [-0.42, 0.42],
    [0.5, 0.42],
    [-0.42, -0.3 + random.between(-0.08, 0.04)],
  ] as const;
  chalk.line([corner, right, top, corner], 'white', 1.5);
  const slopeX = right[0] - top[0];
  const slopeY = right[1] - top[1];
  chalk.line([top, [top[0] + slopeY, top[1] - slopeX], [right[0] + slopeY, right[1] - slopeX], right], 'first', 1.1);
  chalk.hatch(
    (x, y) => {
      const along = ((x - top[0]) * slopeX + (y - top[1]) * slopeY) / (slopeX * slopeX + slopeY * slopeY);
      const out = ((x - top[0]) * slopeY - (y - top[1]) * slopeX) / (slopeX * slopeX + slopeY * slopeY);
      return along > 0.03 && along < 0.97 && out > 0.03 && out < 0.97;
    },
    'first',
    0.09,
  );
  const leg = corner[1] - top[1];
  chalk.line([top, [top[0] - leg, top[1]], [corner[0] - leg, corner[1]], corner], 'second', 1.1);
  chalk.hatch(
    (x, y) => x < corner[0] - 0.03 && x > corner[0] - leg + 0.03 && y > top[1] + 0.03 && y < corner[1] - 0.03,
    'second',
    0.09,
  );
  const base = right[0] - corner[0];
  chalk.line([corner, [corner[0], corner[1] + base * 0.62], [right[0], right[1] + base * 0.62], right], 'third', 1.1);
  chalk.line(
    [
      [-0.42, 0.3],
      [-0.3, 0.3],
      [-0.3, 0.42],
    ],
    'white',
    0.9,
  );
  chalk.curve(
    (share) => [right[0] - 0.2 * Math.cos(share * 0.66), right[1] - 0.2 * Math.sin(share * 0.66)],
    'white',
    0.9,
  );
}
