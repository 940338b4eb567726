import { Outlet } from '@tanstack/react-router';
import { useStrings } from '../strings/catalogue.ts';
import { TopBar } from './top-bar.tsx';

/** The frame around every screen of somebody signed in: the bar, and the screen below it. */
export function Shell() {
  const t = useStrings('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:rounded-6 focus:bg-raise focus:px-3 focus:py-2"
      >
        {t.skipToContent}
      </a>
      <TopBar />
      <Outlet />
    </div>
  );
}
