import type { MediaInput } from '../../../provider.ts';
import { drawLayers } from '../draw-layers.ts';
import { flatStill, withTypeHint } from '../flat-still.ts';
import { shapeOf } from '../frame.ts';
import type { FrameSize } from '../look.ts';
import type { PhotoRecipe, PictureRecipe, RecipePhoto } from '../recipe.ts';
import { fitOf, plainTreatment, treatmentNamed } from './choose-treatment.ts';
import { focalPoint } from './focal-point.ts';
import { openPhoto } from './open-photo.ts';
import { photoColours } from './photo-colours.ts';

/**
 * A recipe for a bare picture (uploaded, or of another provider), so that the camera has layers to move: full bleed and
 * unaltered where it nearly fits the frame, else whole over its own blur or as a print. Draw it with `drawLayers` and
 * the same input among the references.
 *
 * @throws Problem `media_unreadable`
 */
export async function composePhoto(input: MediaInput, frame: FrameSize, seed: number): Promise<PictureRecipe> {
  const canvas = await openPhoto(input);
  const look = plainTreatment(fitOf(canvas, frame));
  const treatment = treatmentNamed(look);
  // A feathered edge shows least of the seam; prints and landscape frames take what the seed says.
  const composition =
    look === 'blur-extend' && shapeOf(frame) !== 'landscape' ? 0 : Math.abs(seed) % (treatment?.compositions ?? 1);
  const recipe: PhotoRecipe = {
    v: 1,
    provider: 'local',
    kind: 'photo',
    look,
    lookVersion: treatment?.version ?? 1,
    seed,
    palette: { colours: [...photoColours([canvas])], tones: [] },
    frame: { width: frame.width, height: frame.height },
    composition,
    photos: [recipePhoto(input, canvas)],
    plain: true,
  };
  return withTypeHint(recipe, flatStill(recipe, await drawLayers(recipe, frame, [input])));
}

/** What a recipe keeps of a photo. */
export function recipePhoto(input: MediaInput, picture: Parameters<typeof focalPoint>[0]): RecipePhoto {
  return { sha256: input.sha256, width: picture.width, height: picture.height, focus: focalPoint(picture) };
}
