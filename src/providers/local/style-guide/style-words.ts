import type { Tempo } from '#contract/style-guide.ts';

/*
 * The words a style is told in, English and Turkish. Matched as whole words, in lower case of either language.
 */

/** Words for how something feels. Turkish ones may carry an ending. */
export const toneWords: readonly string[] = [
  ...'warm honest playful friendly bold calm confident luxurious elegant minimal minimalist modern professional serious'.split(
    ' ',
  ),
  ...'humorous witty energetic cheerful optimistic inspiring sincere sober cinematic dark moody bright fresh clean'.split(
    ' ',
  ),
  ...'trustworthy premium youthful rustic nostalgic dramatic authoritative informal casual formal approachable'.split(
    ' ',
  ),
  ...'sophisticated empathetic quirky provocative soft gentle timeless natural raw gritty futuristic conversational'.split(
    ' ',
  ),
  ...'samimi sıcak dürüst eğlenceli cesur sakin güvenilir lüks zarif profesyonel ciddi esprili enerjik neşeli'.split(
    ' ',
  ),
  ...'sinematik karanlık ferah genç nostaljik resmi içten yalın sade doğal dramatik iddialı şık mizahi'.split(' '),
  'down-to-earth',
  'ilham verici',
];

/** How fast a film is, where nothing else can be meant. */
export const tempoPhrases: readonly (readonly [phrase: string, tempo: Tempo])[] = [
  ['fast-paced', 'fast'],
  ['fast paced', 'fast'],
  ['quick cuts', 'fast'],
  ['rapid cuts', 'fast'],
  ['fast cuts', 'fast'],
  ['high-energy', 'fast'],
  ['hızlı kurgu', 'fast'],
  ['yüksek tempolu', 'fast'],
  ['hızlı tempolu', 'fast'],
  ['medium-paced', 'medium'],
  ['medium pace', 'medium'],
  ['steady pace', 'medium'],
  ['moderate pace', 'medium'],
  ['orta tempolu', 'medium'],
  ['slow-paced', 'slow'],
  ['slow paced', 'slow'],
  ['long takes', 'slow'],
  ['unhurried', 'slow'],
  ['düşük tempolu', 'slow'],
  ['yavaş tempolu', 'slow'],
  ['ağır tempolu', 'slow'],
];

/** The same in single words, which count only in a sentence that speaks of pace. */
export const tempoWords: Readonly<Record<string, Tempo>> = {
  fast: 'fast',
  quick: 'fast',
  rapid: 'fast',
  snappy: 'fast',
  dynamic: 'fast',
  energetic: 'fast',
  hızlı: 'fast',
  dinamik: 'fast',
  medium: 'medium',
  steady: 'medium',
  moderate: 'medium',
  orta: 'medium',
  slow: 'slow',
  calm: 'slow',
  relaxed: 'slow',
  gentle: 'slow',
  yavaş: 'slow',
  sakin: 'slow',
  dingin: 'slow',
};

/** A sentence with one of these speaks of pace. */
export const PACE =
  /\b(?:pace|pacing|paced|tempo|tempos|rhythm|cuts?|cutting|editing|edits?)\b|(?:^|\s)(?:tempo|ritim|ritmi|kurgu|geçişler)/iu;

/** How a camera moves and stands, as it is said. */
export const cameraPhrases: readonly string[] = [
  'close-ups',
  'close-up',
  'close ups',
  'macro shots',
  'macro',
  'handheld',
  'hand-held',
  'tracking shots',
  'tracking shot',
  'aerial shots',
  'aerial',
  'drone shots',
  'drone',
  'wide shots',
  'wide shot',
  'wide angle',
  'push-ins',
  'push-in',
  'slow zoom',
  'slow pans',
  'slow pan',
  'static shots',
  'static camera',
  'locked-off',
  'dolly',
  'low angle',
  'top-down',
  'overhead shots',
  'overhead',
  'shallow depth of field',
  'point of view',
  'steadicam',
  'gimbal',
  'orbit',
  'slow motion',
  'yakın çekim',
  'makro çekim',
  'geniş açı',
  'havadan çekim',
  'el kamerası',
  'sabit kamera',
  'kuş bakışı',
  'alçak açı',
  'ağır çekim',
  'omuz kamerası',
];

/** Colours by name. */
export const colourNames: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#e53935',
  blue: '#1e66d0',
  navy: '#1b2a4a',
  teal: '#0f7c7c',
  turquoise: '#2bb5b0',
  green: '#2e8b57',
  emerald: '#0f9d6b',
  yellow: '#f4c430',
  purple: '#6a3fa0',
  violet: '#7f4fc9',
  lavender: '#b7a5e0',
  pink: '#e88aa8',
  magenta: '#c2185b',
  burgundy: '#6d1a36',
  maroon: '#7b1e2b',
  brown: '#7a4e2d',
  beige: '#e8dcc4',
  grey: '#8a8f98',
  gray: '#8a8f98',
  terracotta: '#c8643c',
  beyaz: '#ffffff',
  siyah: '#000000',
  kırmızı: '#e53935',
  mavi: '#1e66d0',
  lacivert: '#1b2a4a',
  turkuaz: '#2bb5b0',
  yeşil: '#2e8b57',
  sarı: '#f4c430',
  turuncu: '#f28c28',
  mor: '#6a3fa0',
  pembe: '#e88aa8',
  bordo: '#6d1a36',
  kahverengi: '#7a4e2d',
  bej: '#e8dcc4',
  gri: '#8a8f98',
};

/** Names that are things as well; they count only where colours are spoken of. */
export const doubtfulColourNames: Readonly<Record<string, string>> = {
  orange: '#f28c28',
  gold: '#c9a227',
  silver: '#c0c5cc',
  cream: '#f5ecd7',
  ivory: '#f6f1e1',
  coral: '#ff7a63',
  mint: '#98d8b9',
  olive: '#7a7a2e',
  rose: '#e0788f',
  charcoal: '#36393f',
  sand: '#d9c39a',
  altın: '#c9a227',
  gümüş: '#c0c5cc',
  krem: '#f5ecd7',
  mercan: '#ff7a63',
  zeytin: '#7a7a2e',
};

/** A sentence with one of these speaks of colours. */
export const COLOURS =
  /\b(?:colou?rs?|palettes?|hues?|tones?|accents?|background|shades?)\b|(?:^|\s)(?:renk|palet|vurgu|ton)/iu;
