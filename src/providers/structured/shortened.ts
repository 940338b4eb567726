/** A text of so many characters at most, cut between words and ended by an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  const trimmed = text.trim();
  const characters = Array.from(trimmed);
  if (characters.length <= most) return trimmed;
  const head = characters.slice(0, most - 1).join('');
  const isCutBetweenWords = /\s/.test(characters[most - 1] ?? '');
  const whole = isCutBetweenWords ? head : head.replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s,;:–-]+$/, '')}…`;
}
