import type { FrameSize } from '../look.ts';
import type { Treatment } from './treatment.ts';
import { treatments } from './treatments.ts';

/** Enlargement up to which a photo may fill the frame, and up to which it may fill a good part of it. */
const FULL_BLEED_MOST = 2.3;
const LARGE_MOST = 3.3;
/** Share of a photo that must stay visible when it fills the frame. */
const KEPT_LEAST = 0.42;
/** The same when the photo is to be shown as it is. */
const KEPT_LEAST_PLAIN = 0.55;

/** What covering a frame with a picture costs. */
export interface Fit {
  /** How many times the picture is enlarged. */
  readonly enlargement: number;
  /** Share of the picture that stays visible. */
  readonly kept: number;
}

/** How a picture of a size fits a frame it has to cover. */
export function fitOf(picture: FrameSize, frame: FrameSize): Fit {
  const across = frame.width / picture.width;
  const down = frame.height / picture.height;
  return { enlargement: Math.max(across, down), kept: Math.min(across, down) / Math.max(across, down) };
}

/** The treatment for a photo that is to be shown as it is: full bleed where it nearly fits, else whole over its own blur, or as a print. */
export function plainTreatment(fit: Fit): string {
  if (fit.enlargement <= FULL_BLEED_MOST && fit.kept >= KEPT_LEAST_PLAIN) return 'full-bleed';
  return fit.enlargement <= LARGE_MOST * 1.35 ? 'blur-extend' : 'card';
}

/** The treatments that suit a photo, best first; never the grid, which suits several. */
export function fittingTreatments(fit: Fit): readonly string[] {
  if (fit.enlargement <= FULL_BLEED_MOST && fit.kept >= KEPT_LEAST)
    return ['full-bleed', 'split', 'arch', 'card', 'duotone'];
  if (fit.enlargement <= LARGE_MOST) return ['split', 'blur-extend', 'arch', 'card', 'duotone'];
  return ['card', 'arch', 'duotone', 'blur-extend'];
}

/** A treatment by its id; null where a recipe names one that is gone. */
export function treatmentNamed(id: string): Treatment | null {
  return treatments.find((treatment) => treatment.id === id) ?? null;
}
