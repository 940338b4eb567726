import { english } from './english.ts';
import { turkish } from './turkish.ts';
import type { Wording } from './wording.ts';

const ENGLISH_WORDS = new Set(
  'the a an and of to in is are for with that your you it its on our we this from by at as be can will keeps makes helps new not no or all every'.split(
    ' ',
  ),
);

/**
 * Our sentences for a film, or null where it is to be told in the user's own words alone.
 *
 * The brief's own writing counts for more than the language asked for: English lines over a Japanese or German brief would be worse than none.
 */
export function chooseWording(language: string, ...texts: readonly string[]): Wording | null {
  const text = texts.join(' ').trim();
  const asked = language.toLowerCase().split('-')[0];
  if (asked === 'tr') return turkish;
  if (asked !== 'en') return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters * 0.6) return null;
  if ((text.match(/[ğşıİ]/gu)?.length ?? 0) >= 2) return turkish;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return words.length >= 8 && known < words.length * 0.08 ? null : english;
}
