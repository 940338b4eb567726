import type { ScenarioScene } from '#contract/scene.ts';

const MOST_CHARACTERS = 42; // two lines of a card at most

/** How a picture is framed says little of what is in it: "Medium shot, eye level: a bottle" is about the bottle. */
const withoutShot = (words: string): string => words.replace(/^[\p{L} -]{0,20}\bshot\b[^:.]{0,24}:\s*/iu, '');

/** How a picture is framed says nothing of what is in it. */
const FRAMING =
  /^((extreme|medium|wide|close|full|long|tight|establishing|overhead|aerial|low|high|three-quarter)[- ]*)+(angle|view|shot|up|close-up|photo(graph)?)*$/i;

/**
 * What a scene is called: the beginning of what is seen in it, cut where a phrase or a word ends.
 *
 * Scenes have no names in the API; one made of the prompt changes along with it.
 */
export function sceneTitle({
  image_prompt,
  text_overlay,
}: Pick<ScenarioScene, 'image_prompt' | 'text_overlay'>): string {
  const words = withoutShot(image_prompt.replaceAll(/\s+/g, ' ').trim()) || (text_overlay ?? '').trim();
  const phrases = words.split(/[.,;:!?…]+/u).map((phrase) => phrase.trim());
  const phrase = phrases.find((one) => one.length >= 8 && !FRAMING.test(one));
  const whole = capital(phrase ?? words);
  if (whole.length <= MOST_CHARACTERS) return whole;
  const cut = whole.slice(0, MOST_CHARACTERS + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 12 ? end : MOST_CHARACTERS).trim()}…`;
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
