import { Link } from '@tanstack/react-router';
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
import { openOverlay } from './overlays.tsx';
import { PipelineSteps } from './pipeline-steps.tsx';
import { SaveState } from './save-state.tsx';

/** The bar over every screen: where one is, the steps of the work, what is running, who one is. */
export function TopBar() {
  const t = useStrings('shell');
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
            activeOptions={{ exact: false }}
            className={classes(iconButtonLooks({}), 'max-md:hidden aria-[current=page]:bg-lift')}
          >
            <Glyph icon={Settings} />
          </Link>
        </Tooltip>
        <AccountMenu />
      </div>
    </header>
  );
}

/** The mark in the ink of the theme: a frame of film. */
function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 touch:size-8">
      <rect width="32" height="32" rx="7" className="fill-ink" />
      <path
        className="fill-none stroke-room"
        strokeWidth="2.2"
        strokeLinejoin="round"
        d="M8 10h16v12H8zM12 10v12M20 10v12M8 14h4M8 18h4M20 14h4M20 18h4"
      />
    </svg>
  );
}
