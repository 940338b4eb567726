import type { Fps } from '#contract/fps.ts';
import type { TypeHint } from '#contract/type-hint.ts';
import type { MediaInput } from '../../provider.ts';
import type { TaskContext } from '../draw-tasks.ts';
import { composePhoto } from '../picture/photo/compose-photo.ts';
import { canDrawAgain, drawLayers } from '../picture/draw-layers.ts';
import { recipeFrom } from '../picture/recipe.ts';
import { chooseMove, type MoveBrief } from './choose-move.ts';
import { filmClip } from './film-clip.ts';
import type { MoveKind } from './move.ts';

/** What a clip is drawn from, as plain data. */
export interface ClipInput {
  readonly image: MediaInput;
  readonly references: readonly MediaInput[];
  readonly frame: { readonly width: number; readonly height: number };
  readonly fps: Fps;
  readonly frameCount: number;
  readonly seed: number;
  readonly move: Omit<MoveBrief, 'layerCount'>;
  readonly ffmpeg: string;
  readonly path: string;
}

/** What is known of a finished clip: its move, and how type stays readable over it. */
interface DrawnClip {
  readonly move: MoveKind;
  readonly typeHint: TypeHint | undefined;
}

/**
 * Draws a picture's layers again from its recipe and films them; a picture from elsewhere is made into layers first.
 *
 * @throws Problem `media_unreadable`, `ffmpeg_failed`
 */
export async function drawClip(input: ClipInput, context: TaskContext): Promise<DrawnClip> {
  const { image, references, frame } = input;
  const drawn = recipeFrom(image.recipe);
  const redrawable = drawn !== null && canDrawAgain(drawn, references);
  const recipe = redrawable ? drawn : await composePhoto(image, frame, input.seed);
  context.signal.throwIfAborted();
  const layers = await drawLayers(recipe, frame, redrawable ? references : [image]);
  context.signal.throwIfAborted();
  const move = chooseMove({ ...input.move, layerCount: layers.length });
  await filmClip({ ...input, layers, move, finish: !(recipe.kind === 'photo' && recipe.plain) }, context);
  return { move: move.kind, typeHint: recipe.typeHint };
}
