import { create } from 'zustand';

/** What somebody may choose: one of the two, or what the system says. */
export const THEMES = ['dark', 'light', 'system'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'scenewright.theme'; // before-paint.js reads it before the first paint
const light = matchMedia('(prefers-color-scheme: light)');

/** The theme that was chosen; dark, where nothing was. */
export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: stored() }));

function stored(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'dark';
}

/** Shows the app in another theme from now on, in every tab of the browser. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  show(theme);
}

function show(theme: Theme): void {
  const isLight = theme === 'light' || (theme === 'system' && light.matches);
  document.documentElement.dataset['theme'] = isLight ? 'light' : 'dark';
  useTheme.setState({ theme });
}

light.addEventListener('change', () => show(useTheme.getState().theme));
addEventListener('storage', ({ key }) => {
  if (key === KEY) show(stored());
});
