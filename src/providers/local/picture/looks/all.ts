import type { Look } from '../look.ts';

/** Every way the keyless provider can draw a picture; one line each. */
export const looks: readonly Look[] = [];
