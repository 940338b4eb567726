import type { PlaceholderValues } from '#contract/template.ts';

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Puts values in the place of `{{key}}`; a key that was not given stays as it is, and a value is never filled again. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  const known = new Map(Object.entries(values));
  return text.replaceAll(PLACEHOLDER, (whole, key: string) => known.get(key) ?? whole);
}

/** The keys of the placeholders in some texts, each once, in the order they are read. */
export function placeholdersIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, key]) => key ?? '')))];
}
