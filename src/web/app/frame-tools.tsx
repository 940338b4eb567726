import { Link, useLocation } from '@tanstack/react-router';
import { Search, Settings } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { iconButtonLooks } from '../ui/button-looks.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useBuildWatch } from './build-changed.ts';
import { JobsButton } from './jobs-button.tsx';
import { openOverlay, Overlays } from './overlays.tsx';
import { SaveState } from './save-state.tsx';

/** The end of the bar: how saving stands, what is running, search, settings, who one is. */
export function BarTools() {
  const t = useStrings('shell');
  const isInSettings = useLocation({ select: ({ pathname }) => pathname.startsWith('/settings') });
  return (
    <>
      <SaveState />
      <JobsButton />
      <IconButton
        icon={Search}
        label={t.search}
        tooltipSide="bottom"
        onClick={() => openOverlay('palette')}
        // A phone has no room for it beside what a screen puts there.
        className="max-sm:in-[header:has([data-bar-actions]:not(:empty))]:hidden"
      />
      <Tooltip text={t.settings} isName side="bottom">
        <Link
          to="/settings/providers"
          aria-label={t.settings}
          className={classes(iconButtonLooks({}), 'max-md:hidden', isInSettings && 'bg-lift text-ink')}
        >
          <Glyph icon={Settings} />
        </Link>
      </Tooltip>
      <AccountMenu />
    </>
  );
}

/** What lies over the screens when there is something to say or to find. */
export function FrameExtras() {
  useBuildWatch();
  return (
    <>
      <ToastRegion />
      <Overlays />
    </>
  );
}

export { StatusBar } from './status-bar.tsx';
