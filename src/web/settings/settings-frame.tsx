import { Link, Outlet } from '@tanstack/react-router';
import { CircleDollarSign, KeyRound, Palette, Plug, UserRound } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';

const PAGES = [
  { page: 'providers', icon: Plug },
  { page: 'tokens', icon: KeyRound },
  { page: 'spend', icon: CircleDollarSign },
  { page: 'account', icon: UserRound },
  { page: 'appearance', icon: Palette },
] as const;

/** The list of settings beside the one that is open; on a phone above it. */
export function SettingsFrame() {
  const t = useStrings('shell');
  return (
    <div className="flex min-w-0 grow flex-col md:grid md:grid-cols-[11.75rem_minmax(0,1fr)]">
      <nav
        aria-label={t.settings}
        className="scroll-quiet flex shrink-0 gap-1 overflow-x-auto border-line bg-panel p-2 max-md:border-b md:flex-col md:border-e md:pt-4"
      >
        {PAGES.map(({ page, icon }) => (
          <Link
            key={page}
            to={`/settings/${page}`}
            className="flex min-h-8 shrink-0 items-center gap-3 rounded-6 px-2.5 text-13 text-ink2 no-underline hover:text-ink aria-[current=page]:bg-lift aria-[current=page]:text-ink touch:min-h-11"
          >
            <Glyph icon={icon} className="max-md:hidden" />
            {t.settingsOf[page]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
