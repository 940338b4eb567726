import { Grid3x3, Maximize, Minimize } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { PreviewCanvas } from '../preview/preview-canvas.tsx';
import { SafeAreas } from '../preview/safe-areas.tsx';
import { useEditor } from '../store/editor-store.ts';
import { FilmSizeMenu } from './film-size-menu.tsx';
import { Gizmo } from './gizmo.tsx';
import { StageFrameProvider } from './stage-frame.ts';
import { UndrawnNotices } from './undrawn-notices.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { type StageZoom, useStageScale } from './use-stage-scale.ts';

/** The picture of the film, and the overlays in it to be taken hold of. */
export function Stage() {
  const t = useStrings('stage');
  const width = useEditor(({ timeline }) => timeline.width);
  const height = useEditor(({ timeline }) => timeline.height);
  const [zoom, setZoom] = useState<StageZoom>('fit');
  const [hasSafeAreas, setHasSafeAreas] = useState(false);
  const section = useRef<HTMLElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(section);
  const scale = useStageScale(room, { width, height }, zoom);
  return (
    <section
      ref={section}
      aria-label={t.stage}
      data-stage
      className="relative flex min-h-0 min-w-0 grow flex-col bg-well"
    >
      <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex items-start gap-1 *:pointer-events-auto max-lg:hidden">
        <FilmSizeMenu />
        <Segmented
          label={t.zoom}
          value={zoom}
          onValueChange={setZoom}
          options={[
            { value: 'fit', label: t.fit },
            { value: 'whole', label: t.whole },
          ]}
          className="ms-auto rounded-6 bg-panel"
        />
        <IconButton
          icon={Grid3x3}
          label={t.safeAreas}
          size="sm"
          aria-pressed={hasSafeAreas}
          onClick={() => setHasSafeAreas(!hasSafeAreas)}
          className={classes('bg-panel', hasSafeAreas && 'bg-lift text-ink inset-ring inset-ring-line2')}
        />
        <IconButton
          icon={fullScreen.isFull ? Minimize : Maximize}
          label={fullScreen.isFull ? t.leaveFullScreen : t.fullScreen}
          size="sm"
          tooltipAlign="end"
          onClick={fullScreen.toggle}
          className="bg-panel"
        />
      </div>
      <div
        className={classes(
          'relative flex min-h-0 grow',
          zoom === 'whole' ? 'scroll-quiet overflow-auto' : 'overflow-hidden',
        )}
      >
        <div ref={room} className="absolute inset-x-6 inset-y-5 lg:inset-x-8 lg:inset-y-10" />
        <div
          dir="ltr"
          data-film
          className="relative m-auto shrink-0 bg-film shadow-float"
          style={{ width: width * scale, height: height * scale }}
        >
          <StageFrameProvider value={{ width, height, scale }}>
            <PreviewCanvas />
            {hasSafeAreas && <SafeAreas />}
            <Gizmo />
          </StageFrameProvider>
        </div>
      </div>
      <UndrawnNotices />
    </section>
  );
}
