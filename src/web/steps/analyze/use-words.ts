import { useStrings } from '../../strings/catalogue.ts';

/** What the built-in eye says, in the language in use; a model's words stay as they are. */
export function useWords() {
  const { movements, tones, transitions } = useStrings('analyze');
  const known =
    (words: Readonly<Record<string, string>>) =>
    (said: string): string =>
      words[said.trim().toLowerCase()] ?? said;
  return { movement: known(movements), tone: known(tones), transition: known(transitions) };
}

const PLAIN: ReadonlySet<string> = new Set(['mid-toned', 'natural', 'neutral', 'high contrast', 'low contrast']);

/** The words of a tone that tell one film from another. */
export const tellingTones = (tones: readonly string[]): readonly string[] =>
  tones.filter((tone) => !PLAIN.has(tone)).slice(0, 2);
