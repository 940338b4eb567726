import { useEffect } from 'react';
import { create } from 'zustand';
import { useConnection } from './connection.ts';

/** Whether the server has another build of the app than the one that runs here. */
export const useBuild = create<{ readonly hasChanged: boolean }>(() => ({ hasChanged: false }));

const LOOK_AT_MOST_EVERY_MS = 5 * 60_000;

/** Looks for another build whenever the server has been away, or the page is looked at again after a while. */
export function useBuildWatch(): void {
  useEffect(() => {
    let lookedAtMs = Date.now();
    const look = async (isUrgent: boolean): Promise<void> => {
      if (import.meta.env.DEV || (!isUrgent && Date.now() - lookedAtMs < LOOK_AT_MOST_EVERY_MS)) return;
      lookedAtMs = Date.now();
      if (await isOtherBuild()) useBuild.setState({ hasChanged: true });
    };
    // A piece of the app that is gone from the server is of a build that was replaced.
    const missed = (event: Event): void => {
      event.preventDefault();
      useBuild.setState({ hasChanged: true });
    };
    const seen = (): void => {
      if (document.visibilityState === 'visible') void look(false);
    };
    const stop = useConnection.subscribe(({ hearing }, before) => {
      if (hearing === 'live' && before.hearing === 'gone') void look(true);
    });
    addEventListener('vite:preloadError', missed);
    document.addEventListener('visibilitychange', seen);
    return () => {
      stop();
      removeEventListener('vite:preloadError', missed);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
}

/** The page names its script by a hash of what is in it. */
async function isOtherBuild(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  const page = await fetch('/', { cache: 'no-store' }).then(
    (response) => (response.ok ? response.text() : ''),
    () => '',
  );
  return Boolean(own) && page.includes('<script type="module"') && !page.includes(`"${own}"`);
}
