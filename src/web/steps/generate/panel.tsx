import { useSuspenseQuery } from '@tanstack/react-query';
import { Image, SquarePlay } from 'lucide-react';
import { Suspense, useRef } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';
import { useMedia } from '../../app/use-media.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';
import { CloseButton } from '../../ui/close-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PanelActions } from './panel-actions.tsx';
import { PanelDoubt } from './panel-doubt.tsx';
import { usePanelTab } from './panel-tab.ts';
import { usePanelPrefetch } from './panel-prefetch.ts';
import { usePanelFocus } from './panel-focus.ts';
import { PanelImage } from './panel-image.tsx';
import { usePanelSearch } from './panel-search.ts';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { PanelVideo } from './panel-video.tsx';

/** One scene of the board, whole: its takes, its words, its model; beside the board, on small screens above it. */
export function ScenePanel(place: ScenePlace) {
  const { data: scene } = useSuspenseQuery({
    ...workQuery(place.projectId, place.workId),
    select: ({ scenes }) => scenes[place.sceneIndex],
  });
  return scene ? <Panel {...place} scene={scene} /> : null;
}

function Panel({ scene, ...place }: ScenePlace & { readonly scene: ScenarioScene }) {
  const t = useStrings('scenePanel');
  const isWide = useMedia('(min-width: 64rem)');
  const { go } = usePanelSearch();
  const { tab } = usePanelTab(place);
  usePanelPrefetch(place, scene, tab);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const giveBackFocus = usePanelFocus(headingRef, place.sceneIndex);
  const close = () => {
    go({ scene: undefined, take: undefined, compare: undefined, tab: undefined });
    giveBackFocus();
  };
  const number = place.sceneIndex + 1;
  const title = sceneTitle(scene);
  const heading = (
    <h2 ref={headingRef} tabIndex={-1} className="flex min-w-0 items-baseline gap-2 rounded-4 text-13">
      <span className="font-mono text-12">{String(number).padStart(2, '0')}</span>
      <span className="min-w-0 truncate">{title}</span>
    </h2>
  );
  const name = t.panelOf(number, title);
  const footer = (
    <Suspense fallback={<div className="h-8 touch:h-11" />}>
      <PanelActions key={scene.id} {...place} />
    </Suspense>
  );
  if (!isWide) {
    return (
      <Sheet open onOpenChange={(open) => !open && close()} title={name} heading={heading} footer={footer}>
        <PanelTabs key={scene.id} {...place} className="-mx-4 -mt-4 px-2" />
      </Sheet>
    );
  }
  return (
    <aside
      ref={closesByEscape(close)}
      aria-label={name}
      className="sticky top-12 flex h-[calc(100dvh-3rem)] w-94 shrink-0 flex-col border-s border-line bg-panel"
    >
      <div className="flex min-h-12 items-center gap-3 border-b border-line px-4">
        <div className="min-w-0 grow">{heading}</div>
        <CloseButton onClick={close} />
      </div>
      <div className="scroll-quiet flex min-h-0 grow flex-col overflow-y-auto">
        <PanelTabs key={scene.id} {...place} className="sticky top-0 z-10 shrink-0 bg-panel px-2" />
      </div>
      <div className="border-t border-line px-3 py-3">{footer}</div>
    </aside>
  );
}

/** Closes on Escape pressed inside; a list or dialog that is open in it takes the key first. */
const closesByEscape = (close: () => void) => (panel: HTMLElement | null) => {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  panel?.addEventListener('keydown', pressed);
  return () => panel?.removeEventListener('keydown', pressed);
};

function PanelTabs({ className, ...place }: ScenePlace & { readonly className: string }) {
  const t = useStrings('scenePanel');
  const { go } = usePanelSearch();
  const { tab, doubt } = usePanelTab(place);
  return (
    <Tabs
      label={t.tabs}
      value={tab}
      onValueChange={(value) => go({ tab: value, take: undefined, compare: undefined }, 'passing')}
      tabs={[
        { value: 'image', label: t.image, icon: Image },
        { value: 'video', label: t.video, icon: SquarePlay },
      ]}
      className={className}
      panelClassName="flex flex-col gap-5 py-4 lg:px-4"
    >
      <Suspense fallback={<PanelSkeleton />}>
        {doubt ? (
          <PanelDoubt {...place} kind={tab} job={doubt} />
        ) : tab === 'image' ? (
          <PanelImage {...place} />
        ) : (
          <PanelVideo {...place} />
        )}
      </Suspense>
    </Tabs>
  );
}
