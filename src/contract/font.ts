import { z } from 'zod';

/** One file of a family: the same letters in one weight. */
export const FontFace = z.object({
  /** 100 to 900; 400 is regular, 700 bold. */
  weight: z.int(),
  /** Where its file is. */
  url: z.string(),
});
export type FontFace = z.infer<typeof FontFace>;

/** Letters a text may be set in. */
export const FontFamily = z.object({
  /** What a text says as `fontFamily`. */
  family: z.string(),
  /** By ISO 15924 code, `Zsye` is emoji; null for a font of the project's own: what it covers is not known. */
  script: z.enum(['Latn', 'Arab', 'Deva', 'Jpan', 'Hans', 'Kore', 'Zsye']).nullable(),
  /** Of a font that was uploaded: what a text says as `fontAssetId`. */
  assetId: z.string().optional(),
  /** Lightest first. */
  faces: z.array(FontFace),
});
export type FontFamily = z.infer<typeof FontFamily>;
