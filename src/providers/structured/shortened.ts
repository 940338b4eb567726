/** A text of so many UTF-16 code units at most, cut between words and ended by an ellipsis where it was longer. */
export function shortened(text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= most) return trimmed;
  const head = trimmed.slice(0, most - 1);
  const isCutBetweenWords = /\s/.test(trimmed[most - 1] ?? '');
  const words = isCutBetweenWords ? head : head.replace(/\s\S*$/, '');
  // Neither half a character nor the comma before the next word.
  return `${words.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:–-]{1,20}$/, '')}…`;
}
