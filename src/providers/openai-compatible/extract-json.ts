const MOST_TRIES = 20; // braces of a prose answer that are worth a look

/**
 * The JSON in what a model wrote, though it thought aloud, fenced it, or spoke before and after; undefined where there is none.
 *
 * An object or a list; a bare word or number is no answer.
 */
export function extractJson(text: string): unknown {
  const said = text
    .replaceAll(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '')
    .replace(/^[\s\S]*<\/think(?:ing)?>/i, '');
  const fenced = [...said.matchAll(/```[\w-]*\s*\n?([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  for (const candidate of [said, ...fenced]) {
    const value = parsed(candidate);
    if (value !== undefined) return value;
  }
  for (const candidate of bracketed(said)) {
    const value = parsed(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text.trim()) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What stands between an opening bracket and the one that closes it, the first ones first. */
function* bracketed(text: string): Generator<string> {
  let tries = 0;
  for (const { index } of text.matchAll(/[{[]/g)) {
    if (++tries > MOST_TRIES) return;
    const end = closingOf(text, index);
    if (end !== null) yield text.slice(index, end + 1);
  }
}

function closingOf(text: string, start: number): number | null {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at;
  }
  return null;
}
