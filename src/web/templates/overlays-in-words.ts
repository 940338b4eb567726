import { formatList } from '../app/format.ts';
import type { Catalogue } from '../strings/areas.ts';

/** How many texts and pictures a template lays over a film: 1 text and 2 pictures. */
export function overlaysInWords(
  { texts, images }: { readonly texts: number; readonly images: number },
  t: Catalogue['templates'],
): string {
  return formatList([...(texts > 0 ? [t.texts(texts)] : []), ...(images > 0 ? [t.images(images)] : [])]);
}
