import { useSuspenseQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { fpsToNumber, framesToSeconds } from '#domain/frames.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { formatSeconds } from '../../app/format.ts';
import { formatLeft } from '../../app/length.ts';
import { useMedia } from '../../app/use-media.ts';
import { exportsQuery } from '../../queries/exports.ts';
import { workQuery } from '../../queries/works.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { DialogWindow } from '../../ui/dialog-window.tsx';
import { editorRoute } from '../editor-route.ts';
import { stillUrl } from '../preview/still-url.ts';
import { useEditor } from '../store/editor-store.ts';
import { usePlan } from '../store/use-plan.ts';
import { useGo } from '../use-editor-address.ts';
import { AddExport } from './add-export.tsx';
import { EndedExports } from './ended-exports.tsx';
import { type ExportGroups, exportsInGroups } from './exports-in-groups.ts';
import { RunningExport } from './running-export.tsx';
import type { ExportedEdit } from './settings-fields.tsx';
import { useShownFrame } from './use-shown-frame.ts';
import { WaitingExports } from './waiting-exports.tsx';

/** What is being exported of a work and what came of it, and what is to be; it lies over the editor, which waits. */
export function ExportDialog() {
  const t = useStrings('exports');
  const go = useGo();
  const place = editorRoute.useParams();
  const [{ data: work }, { data: films }] = useSuspenseQueries({
    queries: [workQuery(place.projectId, place.workId), exportsQuery(place.projectId, place.workId)],
  });
  const button = useRef<HTMLButtonElement>(null);
  const beginning = useRef<HTMLDivElement>(null);
  const hasPanesBeside = useMedia('(min-width: 48rem)'); // on a phone the button lies far below the beginning
  const edit = useExportedEdit();
  const shown = useShownFrame();
  const groups = exportsInGroups(films);
  const { running, waiting, ended } = groups;
  const title = titleOf(groups, t);
  const length = t.seconds(formatSeconds(edit.lengthS));
  const isLast = waiting.length === 0 && running?.etaMs != null;
  return (
    <DialogWindow
      open
      hasPanes
      size={films.length === 0 ? 'sm' : 'xl'}
      initialFocus={hasPanesBeside ? button : beginning}
      onOpenChange={(open) => !open && go({ export: undefined }, 'passing')}
      title={title}
      description={isLast ? t.leadLeft(work.name, length, formatLeft(running?.etaMs ?? 0)) : t.lead(work.name, length)}
    >
      <output className="sr-only">{title}</output>
      <div
        ref={beginning}
        tabIndex={-1}
        className="scroll-quiet min-h-0 grow overflow-y-auto outline-none md:flex md:overflow-hidden"
      >
        {films.length > 0 && (
          <div className="scroll-quiet grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5 p-5 md:flex-1 md:overflow-y-auto">
            {running && <RunningExport film={running} place={place} shown={shown} />}
            {waiting.length > 0 && (
              <WaitingExports films={waiting} runningEtaMs={running?.etaMs ?? null} place={place} shown={shown} />
            )}
            {ended.length > 0 && <EndedExports films={ended} all={films} place={place} name={work.name} />}
          </div>
        )}
        <div
          className={`scroll-quiet ${films.length > 0 ? 'max-md:border-t border-line md:w-92 md:shrink-0 md:border-s' : 'md:w-full'} md:overflow-y-auto`}
        >
          <AddExport
            place={place}
            edit={edit}
            shown={shown}
            isFirst={!running && waiting.length === 0}
            buttonRef={button}
          />
        </div>
      </div>
      <p className="border-t border-line px-5 py-3 text-12 text-ink2">{t.leave}</p>
    </DialogWindow>
  );
}

function titleOf({ running, waiting, ended, batch }: ExportGroups, t: Catalogue['exports']): string {
  if (running && batch) return t.title.running(batch.position, batch.total);
  const inTurn = waiting.filter(({ isPaused }) => !isPaused).length;
  if (inTurn > 0) return t.title.waiting(inTurn);
  if (waiting.length > 0) return t.title.paused(waiting.length);
  if (ended[0]?.status === 'failed') return t.title.failed;
  const ready = ended.filter(({ status }) => status === 'done').length;
  return ready > 0 ? t.title.ready(ready) : t.title.none;
}

function useExportedEdit(): ExportedEdit & { readonly lengthS: number } {
  const timeline = useEditor((editor) => editor.timeline);
  const playhead = useEditor((editor) => editor.playhead);
  const place = useEditor((editor) => editor.place);
  const { lengthFrames } = usePlan();
  const { width, height, fps, texts } = timeline;
  return {
    width,
    height,
    fps: fpsToNumber(fps),
    words: texts.length === 0 ? 'none' : texts.some(({ isCaption }) => isCaption) ? 'captions' : 'texts',
    playhead,
    timecode: timecodeOf(playhead, fps),
    stillUrl: stillUrl(place, timeline, playhead),
    lengthS: framesToSeconds(lengthFrames, fps),
  };
}
