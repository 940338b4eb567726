import type { ScenarioScene } from '#contract/scene.ts';

const MOST_CHARACTERS = 42; // two lines of a card at most

/**
 * What a scene is called: the beginning of what is seen in it, cut where a phrase or a word ends.
 *
 * Scenes have no names in the API; one made of the prompt changes along with it.
 */
export function sceneTitle({
  image_prompt,
  text_overlay,
}: Pick<ScenarioScene, 'image_prompt' | 'text_overlay'>): string {
  const words = image_prompt.replaceAll(/\s+/g, ' ').trim() || (text_overlay ?? '').trim();
  const phrase = /^[^.,;:!?…]+/u.exec(words)?.[0].trim() ?? '';
  const whole = phrase.length >= 8 ? phrase : words;
  if (whole.length <= MOST_CHARACTERS) return whole;
  const cut = whole.slice(0, MOST_CHARACTERS + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 12 ? end : MOST_CHARACTERS).trim()}…`;
}
