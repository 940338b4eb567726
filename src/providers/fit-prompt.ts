import type { ModelDescriptor } from './provider.ts';

/** A prompt as a model takes it, and what is to be told of that. */
export interface FittedPrompt {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * The words a model of pictures or clips is sent: what is unwanted is written into them where it has no field for that,
 * left out with a word where it takes none, and they are cut between two words where they are too long for it. Its limit
 * counts UTF-16 code units.
 */
export function fitPrompt(
  model: Pick<ModelDescriptor, 'name' | 'input' | 'negativePrompt'> | undefined,
  { prompt, negativePrompt }: { readonly prompt: string; readonly negativePrompt: string },
): FittedPrompt {
  const { name = 'This model', negativePrompt: taken = 'none' } = model ?? {};
  const unwanted = taken === 'prompt' ? negativePrompt.trim() : '';
  const isLeftOut = taken === 'none' && negativePrompt.trim() !== '';
  const told = isLeftOut ? [`${name} takes no words on what to avoid: they were left out.`] : [];
  const ending = unwanted === '' ? '' : `\n\nAvoid: ${unwanted}`;
  const whole = `${prompt.trim()}${ending}`;
  const most = model?.input?.promptMax ?? Infinity;
  if (whole.length <= most) return { text: whole, notes: told };
  // What is wanted counts for more: the rest is kept only where it is short.
  const kept = ending.length <= most / 4 ? ending : '';
  const text = `${cut(prompt.trim(), most - kept.length)}${kept}`;
  const dropped = kept === ending ? '' : ', and what to avoid was left out';
  return {
    text,
    notes: [
      `${name} takes ${most} characters: the prompt was cut after ${text.length - kept.length}${dropped}.`,
      ...told,
    ],
  };
}

/** So many UTF-16 code units at most, ending with a whole word and no half of a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const isBetweenWords = /\s/.test(text[most] ?? '');
  const head = text.slice(0, most);
  const whole = isBetweenWords ? head : head.replace(/\s+\S*$/, '');
  return whole.replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}
