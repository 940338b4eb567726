import { HexColour } from '#contract/style-guide.ts';
import { TypeHint } from '#contract/type-hint.ts';
import { z } from 'zod';

const fraction = z.number().min(0).max(1);

const common = {
  v: z.literal(1),
  provider: z.literal('local'),
  seed: z.int(),
  palette: z.object({ colours: z.array(HexColour).max(16), tones: z.array(z.string().max(60)).max(40) }),
  frame: z.object({ width: z.int().min(16).max(7680), height: z.int().min(16).max(7680) }),
  composition: z.int().min(0),
  typeHint: TypeHint.optional(),
};

const LookRecipe = z.object({
  ...common,
  kind: z.literal('look'),
  look: z.string(),
  lookVersion: z.int(),
  words: z.array(z.string().max(60)).max(120),
  shot: z.enum(['wide', 'close']),
});

/** A photo in a recipe: which file, how large as shown, and where its subject is (fractions of its size). */
const RecipePhoto = z.object({
  sha256: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
  focus: z.object({ x: fraction, y: fraction }),
});
export type RecipePhoto = z.infer<typeof RecipePhoto>;

const PhotoRecipe = z.object({
  ...common,
  kind: z.literal('photo'),
  /** The treatment's id and version, under the names a look has them by. */
  look: z.string(),
  lookVersion: z.int(),
  photos: z.array(RecipePhoto).min(1).max(6),
  /** True where the photo is shown as it is: no wash, no vignette, no grain. */
  plain: z.boolean(),
});

/** What is needed to draw a picture again, byte for byte: JSON, stored with the take. */
export const PictureRecipe = z.discriminatedUnion('kind', [LookRecipe, PhotoRecipe]);
export type PictureRecipe = z.infer<typeof PictureRecipe>;
export type LookRecipe = z.infer<typeof LookRecipe>;
export type PhotoRecipe = z.infer<typeof PhotoRecipe>;

/** Reads a stored recipe; null when it is absent, another provider's, or of another time. */
export function recipeFrom(stored: unknown): PictureRecipe | null {
  const read = PictureRecipe.safeParse(stored);
  return read.success ? read.data : null;
}
