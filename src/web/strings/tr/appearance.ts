import type { Catalogue } from '../areas.ts';

/** Uygulamanın bu tarayıcıda nasıl göründüğü ve konuştuğu. */
export const trAppearance: Catalogue['appearance'] = {
  title: (theme, language) => `${theme}, ${language}`,
  lead: 'Bu tarayıcıda tutulur, onu kim kullanırsa.',
  themeTitle: 'Tema',
  theme: { dark: 'Koyu', light: 'Açık', system: 'Sistem nasılsa' },
  themeText: {
    dark: 'Loş bir oda: resimlere en iyi burada bakılır.',
    light: 'Aydınlık odalar için; her şey aynı okunurlukta.',
    system: 'Sisteme uyar, akşamları da.',
  },
  languageTitle: 'Dil',
  languageText: 'Uygulamanın dili. Filmlerin dili her çalışmada söylenir.',
  clockTitle: 'Saat',
  clock: { auto: 'Dilin yazdığı gibi', h23: '24 saat', h12: '12 saat' },
  clockNow: (time) => `Şimdi: ${time}`,
  motionTitle: 'Hareket',
  motionOn: 'Bir şey olurken şeritler ve değişimler hareket eder.',
  motionOff: 'Sistemin daha az hareket istiyor: filmlerden başka hiçbir şey kıpırdamaz.',
  keysTitle: 'Tuşlar',
  keysSwitch: 'Tek tuşlar çalışsın',
  keysText:
    'Tuş listesi için ? gibi. Dikte ediyor ya da anahtarla yazıyorsan kapat; Ctrl ya da Alt ile olanlar çalışır.',
};
