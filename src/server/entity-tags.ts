import { Problem } from '#contract/problems.ts';

/** Tags as a list in a header; null: `*`, which any matches. */
type Tags = readonly { readonly tag: string; readonly isWeak: boolean }[] | null;

const NO_REVISION = -1;

/**
 * The revision that If-Match asks for; null where anything is right.
 *
 * Of several it is the highest: a revision only rises, so that whoever has seen a later one knows the others are gone.
 * A tag that is none of ours, or weak, never matches (RFC 9110, 13.1.1).
 *
 * @throws Problem `invalid_input` where it is no list of tags
 */
export function ifRevision(header: string | undefined): number | null {
  if (header === undefined) return null;
  const tags = parseTags('If-Match', header);
  if (tags === null) return null;
  return Math.max(...tags.map(({ tag, isWeak }) => (isWeak || !/^\d{1,9}$/.test(tag) ? NO_REVISION : Number(tag))));
}

/** Whether If-None-Match names this tag: what the client has is still right. A header nobody understands names nothing. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  try {
    const tags = parseTags('If-None-Match', header);
    return tags === null || tags.some((candidate) => candidate.tag === tag); // weak comparison, as 13.1.2 asks
  } catch {
    return false;
  }
}

function parseTags(name: string, header: string): Tags {
  if (header.trim() === '*') return null;
  const tags = header.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((item) => {
    const [, weak, tag] = /^[ \t]*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*$/.exec(item) ?? [];
    if (tag === undefined)
      throw new Problem('invalid_input', { reason: `${name}: expected a tag in quotes, like "3"` });
    return { tag, isWeak: weak !== undefined };
  });
  return tags;
}
