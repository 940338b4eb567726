import { lazy, Suspense, useEffect } from 'react';
import { create } from 'zustand';
import { maySingleKey } from './single-keys.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

/** What lies over the whole app; its code comes when it is first asked for. */
const useOverlay = create<{ readonly open: 'palette' | 'shortcuts' | null }>(() => ({ open: null }));

/** Opens what lies over the app. */
export const openOverlay = (open: 'palette' | 'shortcuts'): void => useOverlay.setState({ open });

/** Closes it. */
export const closeOverlay = (): void => useOverlay.setState({ open: null });

/** The palette and the list of shortcuts, and the keys that open them. */
export function Overlays() {
  const { open } = useOverlay();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      const isSheet = event.key === '?' && maySingleKey(event);
      if (!isPalette && !isSheet) return;
      event.preventDefault();
      if (isPalette && useOverlay.getState().open === 'palette') closeOverlay();
      else openOverlay(isPalette ? 'palette' : 'shortcuts');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <Suspense>
      {open === 'palette' && <Palette />}
      {open === 'shortcuts' && <ShortcutSheet />}
    </Suspense>
  );
}
