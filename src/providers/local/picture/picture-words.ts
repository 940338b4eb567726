/** Folds case and marks away, Turkish included, so that `Şişe` and `sise` are one word. */
function foldWord(word: string): string {
  return word.replaceAll('İ', 'i').toLowerCase().replaceAll('ı', 'i').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The words of a text in order, lower case and folded, without repeats. */
export function wordsOf(...texts: readonly (string | undefined)[]): string[] {
  const found = texts.flatMap((text) => (text ?? '').slice(0, 12_000).split(/[^\p{L}\p{N}]+/u));
  return [...new Set(found.map(foldWord).filter((word) => word.length > 1))];
}

/**
 * Whether a folded word is meant by a stem: `team` matches team and teams; `dag*` matches every word that begins so,
 * which is what a language of suffixes needs.
 */
export function matchesStem(word: string, stem: string): boolean {
  if (stem.endsWith('*')) return word.startsWith(stem.slice(0, -1));
  return word === stem || word === `${stem}s` || word === `${stem}es`;
}

/** English twins of Turkish nouns that choose a variant of a look; also found inside names like EcoBottle. */
const VARIANT_STEMS: readonly (readonly [word: string, stems: readonly string[]])[] = [
  ['bottle', ['sise*', 'serum', 'matara*', 'suluk*', 'flask', 'parfum*', 'perfume', 'oil', 'yag*']],
  ['jar', ['kavanoz*', 'krem*', 'cream', 'honey', 'bal', 'recel*', 'candle', 'mum']],
  ['cup', ['fincan*', 'kupa*', 'kahve*', 'coffee', 'espresso', 'latte', 'cappuccino', 'tea', 'cay', 'mug', 'bardak*']],
  ['phone', ['telefon*', 'smartphone', 'mobile', 'mobil*', 'app', 'uygulama*']],
  ['box', ['kutu*', 'paket*', 'package', 'parcel', 'gift', 'hediye*']],
  ['mountain', ['dag*', 'alps', 'peak', 'zirve*', 'hiking', 'summit']],
  ['hills', ['tepe*', 'meadow', 'field', 'village', 'koy*', 'cayir*']],
  [
    'sea',
    [
      'deniz*',
      'ocean',
      'okyanus*',
      'beach',
      'plaj*',
      'sahil*',
      'boat',
      'sail',
      'tekne*',
      'yelken*',
      'ferry',
      'island',
      'ada*',
    ],
  ],
  ['desert', ['col', 'sahra', 'dune', 'sand', 'kum*']],
  ['chart', ['grafik*', 'report', 'rapor*', 'sales', 'satis*', 'analytics', 'growth', 'revenue', 'dashboard']],
  ['donut', ['share', 'budget', 'butce*', 'percent', 'yuzde*']],
  ['list', ['liste*', 'order', 'siparis*', 'inbox', 'table', 'inventory']],
  ['tick', ['task', 'gorev*', 'done', 'checklist', 'approve', 'onay*', 'plan']],
];

/**
 * The words a look may choose its variant by: the subject's first, then the scene's, with English twins added.
 *
 * The subject comes first so that every scene of a film shows the same product.
 */
export function lookWords(subject: string | undefined, scenePrompt: string): string[] {
  const own = wordsOf(subject, scenePrompt).slice(0, 80);
  const withTwins = own.flatMap((word) => {
    const twins = VARIANT_STEMS.filter(
      ([name, stems]) =>
        word !== name && (stems.some((stem) => matchesStem(word, stem)) || (name.length > 3 && word.endsWith(name))),
    ).map(([name]) => name);
    return [word, ...twins];
  });
  return [...new Set(withTwins)].map((word) => word.slice(0, 60)).slice(0, 120);
}
