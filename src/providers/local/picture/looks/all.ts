import type { Look } from '../look.ts';
import { botanical } from './botanical.ts';
import { paper } from './paper.ts';
import { plinth } from './plinth.ts';

/** Every way the keyless provider can draw a picture; one line each. */
export const looks: readonly Look[] = [paper, plinth, botanical];
