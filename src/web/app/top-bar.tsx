import { Link, useLocation } from '@tanstack/react-router';
import { Search, Settings } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { iconButtonLooks } from '../ui/button-looks.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { JobsButton } from './jobs-button.tsx';
import { Mark } from './mark.tsx';
import { openOverlay } from './overlays.tsx';
import { PipelineSteps } from './pipeline-steps.tsx';
import { SaveState } from './save-state.tsx';

/** The bar over every screen: where one is, the steps of the work, what is running, who one is. */
export function TopBar() {
  const t = useStrings('shell');
  const isInSettings = useLocation({ select: ({ pathname }) => pathname.startsWith('/settings') });
  return (
    <header className="sticky top-0 z-30 flex flex-wrap items-center border-b border-line bg-panel md:grid md:h-12 md:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <div className="flex h-12 min-w-0 flex-1 items-center gap-3 ps-3">
        <Link to="/projects" aria-label={`${t.product}, ${t.projects}`} className="shrink-0 rounded-6">
          <Mark />
        </Link>
        <Breadcrumb />
      </div>
      <PipelineSteps />
      <div className="col-start-3 flex h-12 items-center justify-end gap-1 pe-3 ps-2">
        <SaveState />
        <JobsButton />
        <IconButton icon={Search} label={t.search} tooltipSide="bottom" onClick={() => openOverlay('palette')} />
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
      </div>
    </header>
  );
}
