import type { Wording } from './wording.ts';

/** Turkish sentences of the director. Names take no suffix, so that no vowel has to be guessed. */
export const turkish: Wording = {
  locale: 'tr',
  hooks: {
    blank: ['Küçük bir fikirle başlar.', 'Bir an durup bakın.', 'İşte size bir fikir.'],
    saas: ['Pazartesi nasıl geçti?', 'Hâlâ elle mi yapıyorsunuz?', 'Öğleden sonra nereye gitti?'],
    news: ['Kısaca ne oldu?', 'Şu ana kadar bildiklerimiz.', 'Olayın özeti.'],
    social: ['Bir saniye bekle.', 'Bunu görmen lazım.', 'Bunu sonrası için kaydet.'],
    ecommerce: ['Bazı şeyler yakından bakmaya değer.', 'Güzellik ayrıntıda.', 'Merhaba, yeni gözdeniz.'],
    educational: ['Hiç merak ettiniz mi?', 'İşte güzel bir soru.', 'Gelin yakından bakalım.'],
  },
  introductions: ['Karşınızda {name}.', 'İşte {name}.', 'Tanışın: {name}.'],
  audience: ['{audience} için.'],
  closings: ['{name}.', 'Sıra sizde: {name}.', 'İşte bu: {name}.'],
  namelessClosings: {
    blank: ['Fikir bu.', 'Şimdi sıra sizde.'],
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
