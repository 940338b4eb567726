import type { ImageRequest, MediaInput } from '../../provider.ts';
import { chooseLook } from './choose-look.ts';
import { filmColours } from './film-palette.ts';
import type { FrameSize } from './look.ts';
import { looks } from './looks/all.ts';
import { fitOf, fittingTreatments, treatmentNamed } from './photo/choose-treatment.ts';
import { recipePhoto } from './photo/compose-photo.ts';
import { openPhoto } from './photo/open-photo.ts';
import { photoColours } from './photo/photo-colours.ts';
import { lastTreatment, photoScene } from './photo/photo-scene.ts';
import { lookWords, wordsOf } from './picture-words.ts';
import { recipeFrom, type LookRecipe, type PhotoRecipe, type PictureRecipe } from './recipe.ts';

const GRID_PHOTOS = 4;
/** Photos a film's colours are read from; more cost time and change little. */
const PALETTE_PHOTOS = 3;

/**
 * Decides what a scene's picture looks like: one of the user's photos in a treatment, or a drawn look; its palette, shot
 * and composition. Deterministic in the request; another seed gives another composition. No type hint yet: that is
 * measured from the picture.
 *
 * @throws Problem `media_unreadable` for a reference that is not a picture
 */
export async function composePicture(request: ImageRequest): Promise<PictureRecipe> {
  const { scene, references } = request;
  const plan = photoScene(references.length, scene ? { index: scene.sceneIndex, count: scene.sceneCount } : null);
  const palette = { colours: [...(await coloursOf(request))], tones: tonesOf(request) };
  switch (plan.kind) {
    case 'drawn':
      return drawnRecipe(request, palette);
    case 'photo':
      return photoRecipe(request, palette, plan.photo, plan.round);
    case 'grid':
      return gridRecipe(request, palette, plan.first);
  }
}

type RecipePalette = PictureRecipe['palette'];

function drawnRecipe(request: ImageRequest, palette: RecipePalette): LookRecipe {
  const { scene } = request;
  const choice = chooseLook(looks, {
    projectType: scene?.projectType ?? 'blank',
    subjectWords: lookWords(scene?.subject, ''),
    sceneWords: wordsOf(request.scenePrompt),
    avoidWords: wordsOf(request.negativePrompt, ...(scene?.styleGuide?.must_avoid ?? [])),
    sceneIndex: scene?.sceneIndex ?? 0,
    sceneCount: scene?.sceneCount ?? 1,
    seed: request.seed,
    earlier: earlierOf(request).filter((recipe) => recipe.kind === 'look'),
  });
  return {
    v: 1,
    provider: 'local',
    kind: 'look',
    look: choice.look.id,
    lookVersion: choice.look.version,
    seed: request.seed,
    palette,
    frame: frameOf(request),
    words: lookWords(scene?.subject, request.scenePrompt),
    shot: choice.shot,
    composition: choice.composition,
  };
}

async function photoRecipe(
  request: ImageRequest,
  palette: RecipePalette,
  place: number,
  round: number,
): Promise<PhotoRecipe> {
  const input = referenceAt(request, place);
  const picture = await openPhoto(input);
  const fitting = fittingTreatments(fitOf(picture, request));
  const last = lastTreatment(earlierOf(request));
  const index = request.scene?.sceneIndex ?? 0;
  // By the scene's place, so that scenes made at the same time differ; by the round, so that a photo shown again does too.
  const turned = fitting
    .map((_, offset) => fitting[(index + round + offset) % fitting.length])
    .filter((id) => id !== undefined);
  const look = turned.find((id) => id !== last) ?? turned[0] ?? 'card';
  return photoRecipeOf(request, palette, look, [recipePhoto(input, picture)]);
}

async function gridRecipe(request: ImageRequest, palette: RecipePalette, first: number): Promise<PhotoRecipe> {
  const inputs = Array.from({ length: Math.min(GRID_PHOTOS, request.references.length) }, (_, offset) =>
    referenceAt(request, first + offset),
  );
  const photos = [];
  for (const input of inputs) photos.push(recipePhoto(input, await openPhoto(input)));
  return photoRecipeOf(request, palette, 'grid', photos);
}

function photoRecipeOf(
  request: ImageRequest,
  palette: RecipePalette,
  look: string,
  photos: PhotoRecipe['photos'],
): PhotoRecipe {
  const treatment = treatmentNamed(look);
  const index = request.scene?.sceneIndex ?? 0;
  return {
    v: 1,
    provider: 'local',
    kind: 'photo',
    look,
    lookVersion: treatment?.version ?? 1,
    seed: request.seed,
    palette,
    frame: frameOf(request),
    composition: Math.abs(request.seed + index) % (treatment?.compositions ?? 1),
    photos,
    plain: false,
  };
}

function referenceAt(request: ImageRequest, place: number): MediaInput {
  const input = request.references[place % request.references.length];
  if (input === undefined) throw new RangeError('there are no references');
  return input;
}

/** The style guide's colours, else the photos', else those of the film's words: one palette for all scenes. */
async function coloursOf({ references, scene }: ImageRequest): Promise<readonly string[]> {
  const guided = scene?.styleGuide?.color_palette ?? [];
  if (guided.length > 0) return guided.slice(0, 16);
  if (references.length > 0) return coloursOfPhotos(references.slice(0, PALETTE_PHOTOS));
  return filmColours({ projectType: scene?.projectType ?? 'blank', subjectWords: wordsOf(scene?.subject) });
}

const REMEMBERED_FILMS = 20;
const rememberedColours = new Map<string, readonly string[]>();

/** Reads the colours once for a film: decoding large photos for each of its scenes is what would take the time. */
async function coloursOfPhotos(references: readonly MediaInput[]): Promise<readonly string[]> {
  const key = references.map(({ sha256 }) => sha256).join();
  const remembered = rememberedColours.get(key);
  if (remembered) return remembered;
  const photos = [];
  for (const reference of references) photos.push(await openPhoto(reference));
  const colours = photoColours(photos);
  if (rememberedColours.size >= REMEMBERED_FILMS) rememberedColours.clear();
  rememberedColours.set(key, colours);
  return colours;
}

/** Words of the style guide's tone, as written but lower case: they decide between a light and a dark ground. */
function tonesOf({ scene }: ImageRequest): string[] {
  const tone = scene?.styleGuide?.tone ?? '';
  const words = tone
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return [...new Set(words)].map((word) => word.slice(0, 60)).slice(0, 40);
}

function earlierOf({ scene }: ImageRequest): readonly PictureRecipe[] {
  return (scene?.earlierRecipes ?? []).map((stored) => recipeFrom(stored)).filter((recipe) => recipe !== null);
}

function frameOf({ width, height }: ImageRequest): FrameSize {
  return { width, height };
}
