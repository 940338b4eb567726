import { z } from 'zod';
import { Captions, ExportQuality, type ExportWishes, Framing } from '#contract/export.ts';

/** How an edit is exported, as it is stored beside it; what an older version left out is what it did. */
export const ExportSettings = z.object({
  quality: ExportQuality,
  framing: Framing.default('crop'),
  captions: Captions.default('burned'),
  /** Frame of the film. */
  posterFrame: z.int().default(0),
  /** Of the work whose saved edit it is; null where the edit was not saved. */
  revision: z.int().nullable().default(null),
});
export type ExportSettings = z.infer<typeof ExportSettings>;

/** The settings that wishes mean; of an edit that is not saved, and with the first frame as its poster. */
export function exportSettings(wishes: Pick<ExportWishes, 'quality' | 'framing' | 'captions'>): ExportSettings {
  return {
    quality: wishes.quality ?? 'standard',
    framing: wishes.framing ?? 'crop',
    captions: wishes.captions ?? 'burned',
    posterFrame: 0,
    revision: null,
  };
}
