import { Problem } from '#contract/problems.ts';
import type { MediaInput } from '../../provider.ts';
import { openLayers, shapeOf } from './frame.ts';
import type { FrameSize, Layer } from './look.ts';
import { looks } from './looks/all.ts';
import { paletteFrom } from './palette.ts';
import { treatmentNamed } from './photo/choose-treatment.ts';
import { openPhoto } from './photo/open-photo.ts';
import type { Photo } from './photo/treatment.ts';
import { randomFrom } from './random.ts';
import type { LookRecipe, PhotoRecipe, PictureRecipe } from './recipe.ts';

/** Whether a recipe can be drawn again with what there is: its look at its version, and the photos it was made from. */
export function canDrawAgain(recipe: PictureRecipe, references: readonly MediaInput[]): boolean {
  if (recipe.kind === 'look')
    return looks.some((look) => look.id === recipe.look && look.version === recipe.lookVersion);
  return (
    treatmentNamed(recipe.look)?.version === recipe.lookVersion &&
    recipe.photos.every((photo) => references.some((reference) => reference.sha256 === photo.sha256))
  );
}

/**
 * Draws a recipe's layers, from far to near, for a frame: at the frame it was composed for, the same bytes every time.
 *
 * `references` are the photos the recipe names, in any order, others among them.
 *
 * @throws Problem `media_missing` for a photo that was not handed over
 * @throws Problem `invalid_input` for a look or a version that is gone; `canDrawAgain` tells beforehand
 */
export async function drawLayers(
  recipe: PictureRecipe,
  frame: FrameSize,
  references: readonly MediaInput[],
): Promise<Layer[]> {
  return recipe.kind === 'look' ? drawLook(recipe, frame) : drawTreatment(recipe, frame, references);
}

function drawLook(recipe: LookRecipe, frame: FrameSize): Layer[] {
  const look = looks.find((one) => one.id === recipe.look && one.version === recipe.lookVersion);
  if (look === undefined)
    throw new Problem('invalid_input', {
      reason: `the look ${recipe.look} of version ${recipe.lookVersion} is not in this release`,
    });
  const { layers, paint } = openLayers(frame);
  look.draw(
    {
      frame,
      shape: shapeOf(frame),
      u: Math.min(frame.width, frame.height) / 1080,
      palette: paletteFrom(recipe.palette.colours, recipe.palette.tones),
      random: randomFrom(recipe.look, recipe.seed),
      words: recipe.words,
      shot: recipe.shot,
      composition: recipe.composition % look.compositions,
    },
    paint,
  );
  return layers;
}

async function drawTreatment(
  recipe: PhotoRecipe,
  frame: FrameSize,
  references: readonly MediaInput[],
): Promise<Layer[]> {
  const treatment = treatmentNamed(recipe.look);
  if (treatment?.version !== recipe.lookVersion)
    throw new Problem('invalid_input', {
      reason: `the treatment ${recipe.look} of version ${recipe.lookVersion} is not in this release`,
    });
  const photos: Photo[] = [];
  for (const wanted of recipe.photos) {
    const reference = references.find((one) => one.sha256 === wanted.sha256);
    if (reference === undefined) throw new Problem('media_missing', { sha256: wanted.sha256 });
    photos.push({ canvas: await openPhoto(reference), focus: wanted.focus });
  }
  const [photo, ...others] = photos;
  if (photo === undefined) throw new Problem('invalid_input', { reason: 'a picture of photos names none' });
  const { layers, paint } = openLayers(frame);
  treatment.draw(
    {
      frame,
      shape: shapeOf(frame),
      u: Math.min(frame.width, frame.height) / 1080,
      palette: paletteFrom(recipe.palette.colours, recipe.palette.tones),
      random: randomFrom(recipe.look, recipe.seed),
      photo,
      others,
      composition: recipe.composition % treatment.compositions,
      plain: recipe.plain,
    },
    paint,
  );
  return layers;
}
