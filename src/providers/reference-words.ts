import type { MediaInput } from './provider.ts';

/** What is known of a picture. */
type Described = { readonly [Word in 'name' | 'description']?: MediaInput[Word] | undefined };

/** What the reference pictures show, for the end of a prompt; empty where nothing is known but the pictures themselves. */
export function referenceWords(references: readonly Described[]): string {
  if (references.every(({ description }) => !description?.trim())) return '';
  const lines = references.map(({ name, description }, place) => {
    const words = [name, description].map((part) => part?.trim()).filter(Boolean);
    return `${String(place + 1)}. ${words.join(': ') || 'a picture'}`;
  });
  return `\n\nThe reference pictures show, in this order:\n${lines.join('\n')}`;
}
