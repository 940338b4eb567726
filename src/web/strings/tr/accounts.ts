import type { Catalogue } from '../areas.ts';

/** Oturum açmak ve hesap açmak. */
export const trAccounts: Catalogue['accounts'] = {
  promise: 'Sen anahtar girmeden video yapar.',
  promiseText: 'Tek satır yaz. Senaryo, resimler, kamera ve kurgu bu makinede yapılır.',
  facts: [
    'Parasını ödediğin klip kaybolmaz, iki kez ödenmez.',
    'Her çekim saklanır. Ne görüyorsan dışa aktarılan odur.',
    'Nereye kurarsan orada çalışır. Anahtar eklemedikçe hiçbir şey dışarı çıkmaz.',
  ].join('\n'),

  signInTitle: 'Oturum aç',
  signUpTitle: 'Hesap aç',
  firstTitle: 'İlk hesabı aç',
  firstText: 'Bu ilk hesap, bu makinede yapılmış olanları devralır.',
  closedTitle: 'Bu sunucu yeni hesap almıyor',
  closedText: 'Sunucuyu işletenden senin için açmasını iste ya da var olan hesabınla oturum aç.',
  name: 'Adın',
  email: 'E-posta',
  password: 'Parola',
  passwordHint: 'En az 8 karakter. Bir cümle, bir kelimeden daha kolay akılda kalır.',
  passwordShort: 'En az 8 karakter gerekiyor.',
  emailWrong: 'Bu bir e-posta adresi değil.',
  nameMissing: 'Sana nasıl seslenelim, yaz.',
  signIn: 'Oturum aç',
  signUp: 'Hesabı aç',
  newHere: 'Yeni misin?',
  haveOne: 'Hesabın var mı?',
  toSignUp: 'Hesap aç',
  toSignIn: 'Oturum aç',
  signedOut: 'Oturumun kapandı',
  signedOutText: 'Kaldığın yerden sürdürmek için oturum aç. Yazdıkların duruyor.',
  forgot: 'Unuttun mu? Sunucuyu işleten yenisini koyabilir: npx scenewright reset-password',
  language: 'Dil',
};
