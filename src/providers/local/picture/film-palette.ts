import { matchesStem } from './picture-words.ts';
import { randomFrom } from './random.ts';

interface ColourMood {
  readonly stems: readonly string[];
  readonly palettes: readonly (readonly string[])[];
}

/** Palettes by what the film is about; each was looked at on all looks. Ground or key colour first. */
const moods: readonly ColourMood[] = [
  {
    stems: [
      'coffee',
      'espresso',
      'latte',
      'cappuccino',
      'cafe',
      'barista',
      'roast*',
      'chocolate',
      'cocoa',
      'bakery',
      'bread',
      'kahve*',
      'cikolata*',
      'firin*',
      'ekmek*',
      'kafe*',
    ],
    palettes: [
      ['#f3e7d8', '#7a4a2b', '#d98f4e', '#3d2417'],
      ['#f6ead9', '#9a5b34', '#4f6f61', '#e0a458'],
      ['#2b1a12', '#c98a54', '#f0dcc3', '#8f4f2c'],
    ],
  },
  {
    stems: [
      'sea',
      'ocean',
      'beach',
      'water',
      'boat',
      'ferry',
      'swim',
      'surf',
      'sail',
      'marine',
      'hydration',
      'deniz*',
      'okyanus*',
      'plaj*',
      'su',
      'tekne*',
      'vapur*',
      'yuzme*',
    ],
    palettes: [
      ['#e6f3f7', '#1d7fa6', '#ff9d6c', '#0d4b6b'],
      ['#eaf4f1', '#2a9d94', '#f2b64f', '#155e75'],
      ['#0b2e4a', '#3fb6d3', '#ffb38a', '#dff3f8'],
    ],
  },
  {
    stems: [
      'forest',
      'nature',
      'eco',
      'green',
      'plant',
      'garden',
      'organic',
      'recycle*',
      'climate',
      'sustainab*',
      'hiking',
      'doga*',
      'orman*',
      'bahce*',
      'organik*',
      'yesil*',
      'iklim*',
      'surdur*',
      'geri',
    ],
    palettes: [
      ['#eff3e6', '#3f7d58', '#eda35a', '#1f4a38'],
      ['#f4f1e4', '#5c8a4c', '#c8553d', '#2f4b35'],
      ['#12352b', '#7fb685', '#f2c57c', '#dfeadb'],
    ],
  },
  {
    stems: [
      'skin',
      'beauty',
      'cosmetic',
      'serum',
      'cream',
      'makeup',
      'perfume',
      'spa',
      'wellness',
      'bridal',
      'wedding',
      'flower',
      'rose',
      'cilt*',
      'guzellik*',
      'kozmetik*',
      'krem*',
      'parfum*',
      'makyaj*',
      'dugun*',
      'cicek*',
      'gul',
    ],
    palettes: [
      ['#fbe8e0', '#e79a86', '#3f9a7d', '#6d2f2c'],
      ['#f8ece7', '#c96f7b', '#d9a75f', '#5b2a3c'],
      ['#f3eaf2', '#a878b8', '#eab07c', '#4b2d5e'],
    ],
  },
  {
    stems: [
      'finance',
      'bank',
      'invest*',
      'insurance',
      'property',
      'estate',
      'law',
      'legal',
      'city',
      'hotel',
      'luxury',
      'jewel*',
      'watch',
      'finans*',
      'banka*',
      'yatirim*',
      'sigorta*',
      'emlak*',
      'hukuk*',
      'sehir*',
      'luks*',
      'saat',
    ],
    palettes: [
      ['#12213f', '#4f77c9', '#e9b765', '#e7ebf3'],
      ['#161b2e', '#c9a063', '#6a83b8', '#f1e9dc'],
      ['#eef1f6', '#29508f', '#d98a4b', '#14233f'],
    ],
  },
  {
    stems: [
      'energy',
      'sport',
      'fitness',
      'gym',
      'run',
      'running',
      'bike',
      'speed',
      'racing',
      'football',
      'enerji*',
      'spor*',
      'kosu*',
      'bisiklet*',
      'hiz*',
      'futbol*',
      'yaris*',
    ],
    palettes: [
      ['#14181f', '#ff5a36', '#ffd23f', '#f2f4f6'],
      ['#f5f4ef', '#1f6fde', '#ff6b35', '#101d33'],
      ['#0f2a2e', '#2fd1a6', '#ffcf4a', '#e9f7f2'],
    ],
  },
  {
    stems: [
      'kid',
      'child',
      'children',
      'toy',
      'play',
      'party',
      'birthday',
      'fun',
      'pet',
      'dog',
      'cat',
      'cocuk*',
      'oyun*',
      'oyuncak*',
      'parti*',
      'eglence*',
      'kedi*',
      'kopek*',
    ],
    palettes: [
      ['#fff3dc', '#f2725c', '#3fa7d6', '#f5b83d'],
      ['#eef7fb', '#5a7de0', '#ff8fa3', '#ffd166'],
    ],
  },
  {
    stems: [
      'food',
      'restaurant',
      'pizza',
      'kitchen',
      'cook*',
      'recipe',
      'fruit',
      'juice',
      'spice',
      'honey',
      'yemek*',
      'lokanta*',
      'restoran*',
      'mutfak*',
      'tarif*',
      'meyve*',
      'bal',
      'baharat*',
    ],
    palettes: [
      ['#fff0df', '#d9512c', '#4d8b4a', '#f2b134'],
      ['#fbeedd', '#c9472f', '#e6a23c', '#54231a'],
    ],
  },
  {
    stems: [
      'music',
      'night',
      'club',
      'concert',
      'album',
      'game',
      'gaming',
      'film',
      'cinema',
      'muzik*',
      'gece*',
      'konser*',
      'sinema*',
    ],
    palettes: [
      ['#1b0f33', '#b14bd6', '#ff8a4c', '#f3e5ff'],
      ['#140f2d', '#5b5bd6', '#f25f8c', '#e8e6ff'],
    ],
  },
];

/** Palettes by project type, for films whose words name no mood. */
const byType: Readonly<Record<string, readonly (readonly string[])[]>> = {
  blank: [
    ['#f4ece0', '#2f7f79', '#f08a5d', '#1f3b4d'],
    ['#eaf0f4', '#3b6ea5', '#f2a65a', '#1d2f4a'],
    ['#f7eadf', '#c8644f', '#3f7f83', '#4a2a30'],
    ['#1d2740', '#6f8fe0', '#f6b26b', '#eef1fb'],
  ],
  saas: [
    ['#12163a', '#5b6cff', '#ff9a62', '#eef0ff'],
    ['#f1f4fb', '#3f63e0', '#f2894e', '#16224a'],
    ['#0d2b2e', '#29b39b', '#f4b860', '#e8f6f2'],
    ['#f3f1fa', '#7357d6', '#ef8d6b', '#2a1f52'],
  ],
  news: [
    ['#0d1b3a', '#3f7fe0', '#f2b04a', '#e9eef8'],
    ['#16202c', '#e0564a', '#5aa9e0', '#f0f2f5'],
    ['#eef1f5', '#b8322f', '#2a5f9e', '#17202c'],
  ],
  social: [
    ['#2a0f45', '#d63fa0', '#ff9a3d', '#ffeaf6'],
    ['#fff0ea', '#ff6f61', '#4d6df0', '#3a1a52'],
    ['#10243f', '#33c1d6', '#ff7aa2', '#eafaff'],
    ['#f3ecff', '#7c5cf0', '#ff9466', '#2b1a5a'],
  ],
  ecommerce: [
    ['#f7ebe1', '#d98b70', '#4b8a7b', '#5a2f2a'],
    ['#eef1ea', '#5f8d6b', '#e2a15b', '#26402f'],
    ['#f1ebe6', '#a46a52', '#5b7fa3', '#3c2a26'],
    ['#e9eef3', '#4a78a8', '#eba46e', '#1f3450'],
  ],
  educational: [
    ['#f6f0de', '#2f6f5e', '#e98a4b', '#1d3b3a'],
    ['#eaf1f7', '#3a6fb0', '#f2b33d', '#1c2f52'],
    ['#1f3a34', '#8fc3a3', '#f3c667', '#f3efe2'],
  ],
};

/** What a film's colours hang on: the same for all of its scenes. */
export interface FilmWords {
  readonly projectType: string;
  /** Folded words of the film's subject; not of one scene. */
  readonly subjectWords: readonly string[];
}

/** Colours of a film whose style guide names none: by what it is about, else by its project type; one palette a film. */
export function filmColours(film: FilmWords): readonly string[] {
  const scored = moods
    .map((mood) => ({
      mood,
      score: film.subjectWords.filter((word) => mood.stems.some((stem) => matchesStem(word, stem))).length,
    }))
    .toSorted((left, right) => right.score - left.score);
  const best = scored[0];
  const palettes = best && best.score > 0 ? best.mood.palettes : (byType[film.projectType] ?? byType['blank'] ?? []);
  return randomFrom('film palette', film.projectType, ...film.subjectWords).pick(palettes);
}
