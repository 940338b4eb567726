import type { Wording } from './wording.ts';

/** Turkish sentences of the director. Names take no suffix, so that no vowel has to be guessed. */
export const turkish: Wording = {
  locale: 'tr',
  hooks: {
    blank: ['Küçük bir adımla başlar.', 'Bir an durup bakın.', 'Bazı şeyler yerine oturur.'],
    saas: ['Pazartesi nasıl geçti?', 'Hâlâ elle mi yapıyorsunuz?', 'Öğleden sonra nereye gitti?'],
    news: ['Kısaca ne oldu?', 'Şu ana kadar bildiklerimiz.', 'Olayın özeti.'],
    social: ['Bir saniye bekle.', 'Bunu görmen lazım.', 'Dur. Şuna bak.'],
    ecommerce: ['Bazı şeyler yakından bakmaya değer.', 'Güzellik ayrıntıda.', 'Merhaba, yeni gözdeniz.'],
    educational: ['Hiç merak ettiniz mi?', 'İşte güzel bir soru.', 'Gelin yakından bakalım.'],
  },
  introductions: {
    blank: ['Karşınızda {name}.', 'İşte {name}.', 'Tanışın: {name}.'],
    news: ['Gündem: {name}.', '{name}: bilinenler.'],
    educational: ['Bugünkü konu: {name}.', 'Adım adım: {name}.'],
  },
  audience: ['{audience} için.'],
  asides: {
    blank: ['Daha yakından bakın.', 'Bu kadar basit.'],
    saas: ['Sırayla, tek tek.', 'Derin bir nefes.'],
    news: [],
    social: ['Gördün mü?', 'İşte böyle.'],
    ecommerce: ['Daha yakından bakın.', 'Her gün yeniden.'],
    educational: ['Dikkatle bakın.', 'Adım adım.'],
  },
  closings: {
    blank: ['{name}.', 'İşte bu: {name}.', 'Unutmayın: {name}.'],
    news: ['{name}: gelişmeler sürüyor.'],
    educational: ['Özetle: {name}.', 'İşte bu: {name}.'],
  },
  namelessClosings: {
    blank: ['Şimdi sıra sizde.', 'Hepsi bu kadar.'],
    saas: ['Asıl işinize dönün.', 'Hepsi bu kadar.'],
    news: ['Gelişmeler sürüyor.', 'Şimdilik bilinenler bunlar.'],
    social: ['Görüşür müyüz?', 'Sıra sende.'],
    ecommerce: ['Kendiniz görün.', 'Yakından bakmaya değer.'],
    educational: ['Artık biliyorsunuz.', 'Sormaya devam.'],
  },
  actions: {
    blank: ['Daha fazlasını öğrenin', 'Kendiniz görün'],
    saas: ['Nasıl çalıştığını görün', 'İçeriye bir bakın'],
    news: ['Gelişmeleri izleyin', 'Haberin tamamı'],
    social: ['Bir arkadaşına söyle', 'Sonrası için kaydet'],
    ecommerce: ['Yakından bakın', 'Kendiniz görün', 'Sizinkini bulun'],
    educational: ['Siz de deneyin', 'Keşfetmeye devam'],
  },
};
