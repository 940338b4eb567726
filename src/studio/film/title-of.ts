const LONGEST = 40;

/** The first words of a brief, as a name to find the work by. */
export function titleOf(brief: string): string {
  let title = '';
  for (const word of brief.trim().split(/\s+/)) {
    if (title.length + word.length > LONGEST) break;
    title = title ? `${title} ${word}` : word;
  }
  return title || brief.trim().slice(0, LONGEST);
}
