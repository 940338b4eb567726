import type { ProviderInfo } from '#contract/provider-info.ts';

type ModelInfo = ProviderInfo['models'][number];

/** One thing a model can or cannot do, to be put into words. */
export type ModelFact =
  | { readonly kind: 'size'; readonly fields: string; readonly isNearest: boolean }
  | { readonly kind: 'anySize' }
  | { readonly kind: 'lengths'; readonly seconds: readonly number[] }
  | { readonly kind: 'lengthRange'; readonly minS: number; readonly maxS: number }
  | { readonly kind: 'references'; readonly most: number }
  | { readonly kind: 'lastFrame'; readonly isTaken: boolean }
  | { readonly kind: 'seed'; readonly isTaken: boolean }
  | { readonly kind: 'sound' }
  | { readonly kind: 'promptMax'; readonly characters: number }
  | { readonly kind: 'keepOut'; readonly goes: 'field' | 'prompt' | 'none' };

/** What is known of a model for frames of this shape, the most telling first; what is not known is not said. */
export function factsOf(
  model: ModelInfo,
  role: 'image' | 'video',
  frame: { readonly width: number; readonly height: number },
): readonly ModelFact[] {
  const facts: ModelFact[] = [];
  const { sizes, sizeStep, durations, input } = model;
  if (sizeStep !== undefined) facts.push({ kind: 'anySize' });
  const size = sizes?.[shapeOf(frame)];
  if (size && Object.keys(size.fields).length > 0) {
    facts.push({ kind: 'size', fields: Object.values(size.fields).join(' × '), isNearest: size.isNearest === true });
  }
  if (role === 'video' && durations) {
    const { listS, minS, maxS } = durations;
    if (listS && listS.length > 0) facts.push({ kind: 'lengths', seconds: listS });
    else if (minS !== undefined && maxS !== undefined) facts.push({ kind: 'lengthRange', minS, maxS });
  }
  if (role === 'image') facts.push({ kind: 'references', most: input?.maxReferences ?? 0 });
  if (role === 'video') facts.push({ kind: 'lastFrame', isTaken: input?.lastFrame === true });
  facts.push({ kind: 'seed', isTaken: model.seed === true });
  if (model.audio) facts.push({ kind: 'sound' });
  if (input?.promptMax !== undefined) facts.push({ kind: 'promptMax', characters: input.promptMax });
  if (model.negativePrompt !== undefined) facts.push({ kind: 'keepOut', goes: model.negativePrompt });
  return facts;
}

const SQUARE_WITHIN = 0.05; // as the server tells shapes apart

/** Which of a model's sizes a frame gets. */
function shapeOf({ width, height }: { readonly width: number; readonly height: number }) {
  if (Math.abs(width / height - 1) <= SQUARE_WITHIN) return 'square';
  return width > height ? 'landscape' : 'portrait';
}
