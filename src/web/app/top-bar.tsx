import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { BarActionsPlace } from './bar-actions.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { BarTools } from './frame-tools-later.ts';
import { Mark } from './mark.tsx';
import { PipelineSteps } from './pipeline-steps.tsx';

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
        <Suspense>
          <BarTools />
        </Suspense>
        <BarActionsPlace />
      </div>
    </header>
  );
}
