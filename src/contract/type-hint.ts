import { z } from 'zod';
import { HexColour } from './style-guide.ts';

/** How words over a picture stay readable: measured from the flat picture, stored in the take's recipe. */
export const TypeHint = z.object({
  /** Colour of the letters. */
  ink: HexColour,
  /** Colour of the rule above them. */
  accent: HexColour,
  /** A soft plate behind the letters where the picture is too busy or too close in lightness. */
  plate: z.object({ color: HexColour, opacity: z.number().min(0).max(1) }).nullable(),
  /** Where type goes, as fractions of the frame. */
  zone: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
});
export type TypeHint = z.infer<typeof TypeHint>;

/** The part of a recipe everyone may read; the rest belongs to the provider that wrote it. */
export const RecipeHints = z.looseObject({ typeHint: TypeHint.optional() });
