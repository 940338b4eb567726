import type { Look } from '../look.ts';
import { bluehour } from './bluehour.ts';
import { board } from './board.ts';
import { bokeh } from './bokeh.ts';
import { botanical } from './botanical.ts';
import { globe } from './globe.ts';
import { isocards } from './isocards.ts';
import { mesh } from './mesh.ts';
import { paper } from './paper.ts';
import { plinth } from './plinth.ts';
import { ribbons } from './ribbons.ts';
import { swiss } from './swiss.ts';

/** Every way the keyless provider can draw a picture; one line each. */
export const looks: readonly Look[] = [
  paper,
  plinth,
  botanical,
  isocards,
  mesh,
  swiss,
  bluehour,
  globe,
  board,
  bokeh,
  ribbons,
];
