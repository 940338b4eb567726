import { arch } from './arch.ts';
import { blurExtend } from './blur-extend.ts';
import { card } from './card.ts';
import { duotone } from './duotone.ts';
import { fullBleed } from './full-bleed.ts';
import { grid } from './grid.ts';
import { split } from './split.ts';
import type { Treatment } from './treatment.ts';

/** Every way to put photos into a frame. */
export const treatments: readonly Treatment[] = [fullBleed, split, blurExtend, duotone, card, arch, grid];
