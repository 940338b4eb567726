import type { Catalogue } from '../areas.ts';

/** Oturumu açık olanın hesabı. */
export const trAccount: Catalogue['account'] = {
  title: (places) => (places === 1 ? 'Oturumun yalnız burada açık' : `Oturumun ${places} yerde açık`),
  lead: (name, email) => `${name}, ${email}`,
  since: (day) => `Hesabın açıldığı gün: ${day}`,

  passwordTitle: 'Parola',
  passwordText: 'Değişince öteki her yerde oturum kapanır.',
  current: 'Şimdiki parola',
  next: 'Yeni parola',
  nextHint: 'En az 8 karakter.',
  change: 'Parolayı değiştir',
  changed: 'Parola değişti',
  changedText: 'Öteki her yerde oturum kapandı.',
  tooShort: 'En az 8 karakter gerekiyor.',
  missing: 'Şimdiki parolayı yaz.',

  sessionsTitle: 'Oturumunun açık olduğu yerler',
  thisOne: 'bu tarayıcı',
  used: (when) => `son kullanım ${when}`,
  from: (ip) => `adres ${ip}`,
  end: 'Oradaki oturumu kapat',
  endOf: (browser) => `Oradaki oturumu kapat: ${browser}`,
  ended: 'Oradaki oturum kapandı',
  unknownBrowser: 'Başka bir şey',
  browserOn: (browser, system) => `${system} üzerinde ${browser}`,

  deleteTitle: 'Hesabı sil',
  deleteText:
    'İçindeki her şey hemen ve kalıcı olarak gider: projeler, çalışmalar, resimler, klipler, filmler, anahtarlar. Hiçbiri geri getirilemez.',
  delete: 'Hesabı sil',
  deleteAsk: 'Hesap kalıcı olarak silinsin mi?',
  deleteConfirm: 'Hepsini sil',
  deletePassword: 'Parolan',
  cancel: 'Vazgeç',
};
