import { currentLanguage } from '../app/language.ts';

/** Shapes a first film may have, as the menu names them. */
export const SHAPES = {
  '9:16': { width: 1080, height: 1920 },
  '4:5': { width: 1080, height: 1350 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
} as const;
export type Shape = keyof typeof SHAPES;

/** Seconds a first film may last. */
export const LENGTHS = ['6', '10', '12', '15', '20', '30', '45', '60'] as const;
export type Length = (typeof LENGTHS)[number];

const SPOKEN = [
  'en',
  'tr',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'uk',
  'ar',
  'hi',
  'ja',
  'ko',
  'zh',
] as const;

/** The languages of a film, each by its own name: the one in use first. */
export function languageChoices(): readonly { readonly value: string; readonly label: string }[] {
  const here = currentLanguage();
  return [here, ...SPOKEN.filter((code) => code !== here)].map((value) => ({ value, label: nameOf(value) }));
}

function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
