import { currentLanguage } from '../../app/language.ts';

/** Languages that films are asked for in most; every other one may be typed by its code. */
const CODES = (
  'en tr de fr es it pt pt-BR nl pl cs sk hu ro bg el uk ru sv da nb fi et lv lt hr sr sl ar he fa az kk hi bn ur ' +
  'id ms vi th zh-Hans zh-Hant ja ko'
).split(' ');

/** What a language is called in the one in use. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(currentLanguage(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // no language, and the server says so
  }
}

/** Languages to choose from, in the order of their names. */
export function languageOptions(): readonly { readonly value: string; readonly label: string }[] {
  return CODES.map((value) => ({ value, label: languageName(value) })).toSorted((one, other) =>
    one.label.localeCompare(other.label, currentLanguage()),
  );
}
