/** The tags with those that a text adds: divided at commas and lines, without blanks at the ends and without doubles. */
export function addTags(tags: readonly string[], text: string, most: number = Number.POSITIVE_INFINITY): string[] {
  const added = text
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  const seen = new Set<string>();
  const isNew = (tag: string) => {
    const written = tag.toLocaleLowerCase();
    if (seen.has(written)) return false;
    seen.add(written);
    return true;
  };
  return [...tags, ...added].filter(isNew).slice(0, most);
}
