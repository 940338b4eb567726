import { FileCode, Keyboard, Languages, LogOut, MonitorCog, Moon, Sun } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import type { Command } from './commands.ts';
import { chooseLanguage, LANGUAGES } from './language.ts';
import { openOverlay } from './overlays.tsx';
import { signOut } from './sign-out.ts';
import { chooseTheme } from './theme.ts';

/** What can be done wherever one is. */
export function useEverywhereCommands(): { readonly looks: readonly Command[]; readonly help: readonly Command[] } {
  const t = useStrings('shell');
  return {
    looks: [
      { id: 'theme-dark', label: t.themeDark, icon: Moon, run: () => chooseTheme('dark') },
      { id: 'theme-light', label: t.themeLight, icon: Sun, run: () => chooseTheme('light') },
      { id: 'theme-system', label: t.themeSystem, icon: MonitorCog, run: () => chooseTheme('system') },
      ...LANGUAGES.map(({ id, name }) => ({
        id: `language-${id}`,
        label: t.speak(name),
        icon: Languages,
        run: () => chooseLanguage(id),
      })),
    ],
    help: [
      { id: 'shortcuts', label: t.shortcuts, icon: Keyboard, keys: '?', run: () => openOverlay('shortcuts') },
      { id: 'api', label: t.apiPage, icon: FileCode, run: () => window.location.assign('/api/docs') },
      { id: 'sign-out', label: t.signOut, icon: LogOut, run: () => void signOut() },
    ],
  };
}
