import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileCode, Keyboard, LogOut, MonitorCog, Moon, Settings, Sun, Trash2, UserRound } from 'lucide-react';
import { meQuery } from '../queries/session.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Menu } from '../ui/menu.tsx';
import { initialsOf } from './initials-of.ts';
import { openOverlay } from './overlays.tsx';
import { signOut } from './sign-out.ts';
import { chooseTheme, useTheme } from './theme.ts';

/** Who is signed in, and what is theirs. */
export function AccountMenu() {
  const t = useStrings('shell');
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { theme } = useTheme();
  const name = me?.name ?? '';
  return (
    <Menu
      label={t.account}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t.accountOf(name)}
          className="grid size-8 shrink-0 place-items-center rounded-full touch:size-11"
        >
          <span
            aria-hidden="true"
            // Drawn and not written: the name of the button is the whole name.
            data-initials={initialsOf(name)}
            className="grid size-7 place-items-center rounded-full bg-lift text-11 font-semibold text-ink2 before:content-[attr(data-initials)] touch:size-8"
          />
        </button>
      }
      items={[
        { label: t.goAccount, icon: UserRound, onSelect: () => void navigate({ to: '/settings/account' }) },
        { label: t.settings, icon: Settings, onSelect: () => void navigate({ to: '/settings/providers' }) },
        { label: t.trash, icon: Trash2, onSelect: () => void navigate({ to: '/trash' }) },
        'separator',
        { label: t.themeDark, icon: Moon, checked: theme === 'dark', onSelect: () => chooseTheme('dark') },
        { label: t.themeLight, icon: Sun, checked: theme === 'light', onSelect: () => chooseTheme('light') },
        { label: t.themeSystem, icon: MonitorCog, checked: theme === 'system', onSelect: () => chooseTheme('system') },
        'separator',
        { label: t.shortcuts, icon: Keyboard, shortcut: '?', onSelect: () => openOverlay('shortcuts') },
        { label: t.apiPage, icon: FileCode, onSelect: () => window.location.assign('/api/docs') },
        { label: t.signOut, icon: LogOut, onSelect: () => void signOut() },
      ]}
    />
  );
}
