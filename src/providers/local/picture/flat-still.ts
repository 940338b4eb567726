import type { Canvas } from '@napi-rs/canvas';
import { measureTypeHint } from './measure-type-hint.ts';
import { flatten, layersAtRest, shapeOf } from './frame.ts';
import type { Layer } from './look.ts';
import { looks } from './looks/all.ts';
import { paletteFrom } from './palette.ts';
import { treatmentNamed } from './photo/choose-treatment.ts';
import type { Box } from './photo/treatment.ts';
import { usualTextZone } from './text-zone.ts';
import type { PictureRecipe } from './recipe.ts';

/** Enlarged photos need more grain to sit with drawn scenes. */
const PHOTO_GRAIN = 0.1;

/** A finished picture from its layers: at rest, with vignette and grain, or bare where a photo is shown as it is. */
export function flatStill(recipe: PictureRecipe, layers: readonly Layer[]): Canvas {
  if (recipe.kind === 'photo' && recipe.plain) return layersAtRest(layers, recipe.frame);
  return flatten(layers, recipe.frame, {
    seed: recipe.seed,
    ...(recipe.kind === 'photo' ? { grain: PHOTO_GRAIN } : {}),
  });
}

/** The recipe with what was measured of its finished picture: where type goes and how it stays readable. */
export function withTypeHint(recipe: PictureRecipe, still: Canvas): PictureRecipe {
  const palette = paletteFrom(recipe.palette.colours, recipe.palette.tones);
  return { ...recipe, typeHint: measureTypeHint(still, palette, zoneOf(recipe)) };
}

function zoneOf(recipe: PictureRecipe): Box {
  const shape = shapeOf(recipe.frame);
  const owner = recipe.kind === 'look' ? looks.find((look) => look.id === recipe.look) : treatmentNamed(recipe.look);
  return owner?.textZone(shape) ?? usualTextZone(shape);
}
