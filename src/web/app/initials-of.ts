const letters = new Intl.Segmenter();

/** Two letters that stand for a name: of its first and its last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first, ...others] = words.map((word) => Array.from(letters.segment(word), ({ segment }) => segment));
  const last = others.at(-1);
  const initials = last ? [first?.[0], last[0]] : (first ?? []).slice(0, 2);
  return initials.join('').toLocaleUpperCase();
}
