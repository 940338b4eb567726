import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { useDocumentTitle } from './document-title.ts';
import { FrameExtras, StatusBar } from './frame-tools-later.ts';
import { TopBar } from './top-bar.tsx';

/** The frame around every screen of somebody signed in: the bar, and the screen below it. */
export function Shell() {
  const t = useStrings('shell');
  useDocumentTitle();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-6 focus:bg-raise focus:px-3 focus:py-2"
      >
        {t.skipToContent}
      </a>
      <TopBar />
      <Suspense>
        <StatusBar />
      </Suspense>
      <Outlet />
      <Suspense>
        <FrameExtras />
      </Suspense>
    </div>
  );
}
