import { z } from 'zod';
import { TransitionType } from '#contract/scene.ts';
import type { ProposalRequest, RewrittenScene } from '../provider.ts';
import type { Question } from './ask-question.ts';
import { proposalPrompt } from './proposal-prompt.ts';
import { mendedWords, SCENE_RULES } from './scenario-question.ts';
import { strictObject } from './strict-object.ts';
import { writtenWords } from './written-words.ts';

const SYSTEM = `You are the creative director of a film studio. You write scenes of a script anew, as you are asked; each is ready to be drawn and filmed by models that see nothing but your prompts.

How a scene is written:
${SCENE_RULES}
- What the user asks for is an order, unless it goes against a rule above. The script and what was proposed before are material to work from.`;

const schema = strictObject({
  scenes: {
    type: 'array',
    items: strictObject({
      scene: { type: 'integer', description: 'The number of the scene, from 1' },
      image_prompt: { type: 'string' },
      negative_prompt: { type: 'string' },
      video_prompt: { type: 'string' },
      text_overlay: { type: ['string', 'null'], description: 'At most 42 characters, or null' },
      transition: { type: 'string', enum: TransitionType.options },
    }),
  },
});

/** Scenes of a script written anew by a model, each for its own place; those it left out stay as they are. */
export function proposalQuestion(request: ProposalRequest): Question<readonly RewrittenScene[]> {
  const { brief, scenes, sceneIndex } = request;
  const isDirect = brief.assetUsageMode === 'direct' && brief.assets.length > 0;
  const written = z.object({
    scene: z.unknown().optional(),
    ...writtenWords(isDirect),
  });
  return {
    name: 'proposal',
    schema,
    system: SYSTEM,
    prompt: proposalPrompt(request),
    answer: z
      .object({ scenes: z.array(written).min(1, 'a proposal needs a scene') })
      .transform(({ scenes: given }) => placed(given, scenes.length, sceneIndex)),
  };
}

/** Each at the place that it names; where numbers make no sense, in their order. One that is asked for is the first of that number. */
function placed<S extends Parameters<typeof mendedWords>[0] & { readonly scene?: unknown }>(
  given: readonly S[],
  count: number,
  sceneIndex: number | null,
): readonly RewrittenScene[] {
  if (sceneIndex !== null) {
    const one = given.find(({ scene }) => scene === sceneIndex + 1) ?? given[0];
    return one === undefined ? [] : [{ place: sceneIndex, ...mendedWords(one) }];
  }
  const places = given.map(({ scene }) => numberOf(scene) - 1);
  const isNumbered =
    new Set(places).size === given.length &&
    places.every((place) => Number.isInteger(place) && place >= 0 && place < count);
  return given
    .slice(0, count)
    .map((one, at) => ({ place: isNumbered ? (places[at] ?? at) : at, ...mendedWords(one) }))
    .toSorted((a, b) => a.place - b.place);
}

/** Models write numbers as words of digits too; anything else is none. */
function numberOf(scene: unknown): number {
  return typeof scene === 'number' || typeof scene === 'string' ? Number(scene) : Number.NaN;
}
