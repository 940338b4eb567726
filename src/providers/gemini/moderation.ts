/**
 * Whether words of Google's say that what was asked for is not made.
 *
 * Video models say it in sentences alone: "sensitive words" and "prohibited use policy" were seen of Omni [3P], "usage
 * guidelines" and "safety filters" of Veo [K].
 */
export function saysModerated(words: string): boolean {
  return /sensitive words|prohibited[ _](?:use|content)|(?:usage|safety|content)[ _-](?:guideline|polic|filter|setting)|polic(?:y|ies) violation|violat\w+ [^.]{0,60}polic|responsible ai|blocked (?:by|for|due)/i.test(
    words,
  );
}

/** Why a candidate ended, where it ended because of what it shows or says; FACTS section 3. */
export const REFUSING_FINISHES: readonly string[] = [
  'SAFETY',
  'PROHIBITED_CONTENT',
  'RECITATION',
  'SPII',
  'BLOCKLIST',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
  'NO_IMAGE',
];
