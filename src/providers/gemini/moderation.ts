const REFUSING_WORDS: readonly RegExp[] = [
  /sensitive words/i, // Omni [3P]
  /prohibited[ _](?:use|content)/i, // Omni [3P]
  /(?:usage|safety|content)[ _-](?:guideline|polic|filter)/i, // Veo [K]
  /violat\w+ [^.]{0,60}polic/i,
  /responsible ai/i, // Vertex AI [K]
  /blocked (?:by|for|due)/i,
];

/** Whether words of Google's say that what was asked for is not made: video models say it in sentences alone. */
export function saysModerated(words: string): boolean {
  return REFUSING_WORDS.some((refusing) => refusing.test(words));
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
