/** What is known of a look besides how it draws: when it fits, and what can be seen in it. */
export interface LookTraits {
  /** Stems (see `matchesStem`) that speak for it; English, then Turkish. */
  readonly fits: readonly string[];
  /** Stems of the things it shows, which a negative prompt may forbid. */
  readonly shows: readonly string[];
  /** Stems of what it can show as the subject itself; a film about one of them has it for a hero. */
  readonly portrays?: readonly string[];
  /** How near and touchable it is: the hook takes the most tactile. 0 to 2. */
  readonly tactile: number;
  /** How wide and calm it is: the call to action takes the calmest. 0 to 2. */
  readonly calm: number;
}

/** Project type → the looks that serve it, best first. */
export const looksByType: Readonly<Record<string, readonly string[]>> = {
  blank: ['paper', 'mesh', 'ribbons'],
  saas: ['isocards', 'ribbons', 'mesh'],
  news: ['globe', 'bluehour', 'swiss'],
  social: ['mesh', 'swiss', 'bokeh'],
  ecommerce: ['plinth', 'botanical', 'bokeh'],
  educational: ['board', 'paper', 'swiss'],
};

/** Project type → the look that opens its films, all else being equal. */
export const hookByType: Readonly<Record<string, string>> = {
  blank: 'bokeh',
  saas: 'bluehour',
  news: 'bluehour',
  social: 'bokeh',
  ecommerce: 'bokeh',
  educational: 'paper',
};

/** Stems written as a sentence, which is how they are read and kept in order. */
function stems(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** The traits of every look, by its id. */
export const lookTraits: Readonly<Record<string, LookTraits>> = {
  paper: {
    portrays: stems('boat ferry mountain tekne* vapur* dag*'),
    fits: stems(
      'nature travel outdoor outdoors sea morning sunrise mountain hill beach holiday camping hiking',
      'adventure journey desert ocean boat ferry countryside doga* seyahat* gezi* deniz* sabah* dag* tatil*',
      'kamp* yolculuk* macera* gundogumu* tekne* vapur*',
    ),
    shows: stems('mountain hill tree house sun landscape bird cloud agac* dag* gunes*'),
    tactile: 1,
    calm: 2,
  },
  plinth: {
    portrays: stems('bottle jar cup box mug'),
    fits: stems(
      'product pack packaging shelf bottle jar cup mug box cosmetic serum perfume shop store gadget premium',
      'coffee candle urun* sise* kavanoz* kutu* fincan* kupa parfum* magaza* kahve* matara* ambalaj* raf*',
    ),
    shows: stems('product podium plinth pedestal bottle packaging urun* sise*'),
    tactile: 1,
    calm: 1,
  },
  isocards: {
    portrays: stems('dashboard app software platform crm yazilim* uygulama*'),
    fits: stems(
      'app dashboard report team software saas workflow invoice calendar task platform crm analytics',
      'automation interface screen tool spreadsheet customer uygulama* panel* rapor* ekip* takim* yazilim*',
      'fatura* takvim* gorev* otomasyon* arayuz* ekran* musteri*',
    ),
    shows: stems('screen interface chart dashboard ekran* arayuz*'),
    tactile: 0,
    calm: 1,
  },
  mesh: {
    fits: stems(
      'brand launch music idea creative future dream fashion design podcast song album mood marka* lansman*',
      'muzik* yaratici* gelecek* hayal* moda* tasarim*',
    ),
    shows: stems('sphere glass gradient kure* cam'),
    tactile: 0,
    calm: 2,
  },
  swiss: {
    fits: stems(
      'event sale bold number list discount offer conference festival percent tips ranking poster etkinlik*',
      'indirim* kampanya* sayi* liste* konferans* festival* yuzde* ipucu* firsat*',
    ),
    shows: stems('geometric shape pattern geometrik* desen*'),
    tactile: 0,
    calm: 0,
  },
  botanical: {
    fits: stems(
      'photosynthesis biology cell seed organic garden skin food tea flower petal herb plant vegan natural beauty wellness botanical leaf',
      'leaves bloom spring soap organik* bahce* cilt* gida* cay cayi cicek* bitki* dogal* guzellik* yaprak*',
      'bahar* sabun*',
    ),
    shows: stems('flower leaf leaves plant petal cicek* yaprak* bitki*'),
    tactile: 1,
    calm: 1,
  },
  bluehour: {
    fits: stems(
      'city cities night traffic finance property real estate skyline urban evening street bank office',
      'apartment hotel bridge sehir* kent* gece* trafik* finans* emlak* aksam* sokak* banka* ofis* daire*',
      'otel* kopru* konut*',
    ),
    shows: stems('city building skyscraper skyline night sehir* bina* gece*'),
    tactile: 2,
    calm: 1,
  },
  globe: {
    fits: stems(
      'world global news country countries shipping earth planet international export climate logistics',
      'continent worldwide map dunya* kuresel* haber* ulke* kargo* gezegen* uluslararasi* ihracat* iklim*',
      'lojistik* harita*',
    ),
    shows: stems('earth globe planet map dunya* harita*'),
    tactile: 0,
    calm: 1,
  },
  board: {
    fits: stems(
      'learn school how formula science lesson teacher student math physics chemistry course class explain',
      'education university exam theory ogren* okul* nasil formul* bilim* ders* ogretmen* matematik* fizik*',
      'kimya* kurs* sinif* egitim* universite* sinav*',
    ),
    shows: stems('chalk chalkboard blackboard drawing tebesir* tahta*'),
    tactile: 1,
    calm: 0,
  },
  bokeh: {
    fits: stems(
      'fresh detail water macro close drop dew rain clean pure hydration moisture cool cold drink taze*',
      'detay* su suyu yakin* damla* yagmur* temiz* saf ferah* nem* serin* soguk* icecek*',
    ),
    shows: stems('drop droplet water leaf bokeh damla*'),
    tactile: 2,
    calm: 1,
  },
  ribbons: {
    fits: stems(
      'data speed network energy ai cloud technology tech fast signal connection electric internet',
      'algorithm stream power quantum veri* hiz* ag agi enerji* yapay zeka* bulut* teknoloji* sinyal*',
      'baglanti* elektrik* guc*',
    ),
    shows: stems('neon line wave neon* cizgi* dalga*'),
    tactile: 0,
    calm: 2,
  },
};
