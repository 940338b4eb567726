/** The languages the app speaks; each has a folder in strings/. */
export const LANGUAGES = [
  { id: 'en', name: 'English' },
  { id: 'tr', name: 'Türkçe' },
] as const;
export type LanguageId = (typeof LANGUAGES)[number]['id'];

const KEY = 'scenewright.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The language chosen, else the browser's where we speak it, else English. */
export function currentLanguage(): LanguageId {
  const chosen = globalThis.localStorage?.getItem(KEY) ?? navigator.language.slice(0, 2);
  return LANGUAGES.find(({ id }) => id === chosen)?.id ?? 'en';
}

/** Speaks another language from now on; the page is laid out anew, which is the honest way for numbers and dates too. */
export function chooseLanguage(id: LanguageId): void {
  localStorage.setItem(KEY, id);
  location.reload();
}

/** Says to the browser what is spoken and where a line begins. */
export function applyLanguage(): void {
  const language = currentLanguage();
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
