import { Clapperboard } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { EditorBar } from './editor-bar.tsx';
import { editorRoute } from './editor-route.ts';
import { Library } from './library/library.tsx';
import { Said } from './said.tsx';
import { useEditor } from './store/editor-store.ts';
import { useConflictWords } from './store/use-conflict-words.ts';
import { useEditSession } from './store/use-edit-session.ts';
import { useEditorAddress } from './use-editor-address.ts';
import { useShortcuts } from './use-shortcuts.ts';

// Each region is asked for with the screen's own code, all at once: together they are too much for one file.
const stage = import('./stage/stage.tsx');
const inspector = import('./inspector/inspector.tsx');
const transport = import('./transport/transport.tsx');
const timeline = import('./timeline/timeline.tsx');
const toolRow = import('./tool-row.tsx');
const Stage = lazy(async () => ({ default: (await stage).Stage }));
const Inspector = lazy(async () => ({ default: (await inspector).Inspector }));
const Transport = lazy(async () => ({ default: (await transport).Transport }));
const Timeline = lazy(async () => ({ default: (await timeline).Timeline }));
const ToolRow = lazy(async () => ({ default: (await toolRow).ToolRow }));

const ExportDialog = lazy(async () => ({ default: (await import('./export/export-dialog.tsx')).ExportDialog }));

/** Cuts the film of a work: what it is made of, the picture, what is chosen, and the timeline below. */
export function EditorScreen() {
  const t = useStrings('editor');
  const { projectId, workId } = editorRoute.useParams();
  const { t: playhead, export: isExporting } = editorRoute.useSearch();
  useEditSession({ projectId, workId }, { elsewhere: t.elsewhere }, playhead);
  useEditorAddress();
  useShortcuts();
  useConflictWords();
  const isOpen = useEditor(({ place }) => place.workId === workId);
  const isEmpty = useEditor(
    ({ timeline, scenes }) => timeline.clips.length === 0 && scenes.every(({ media }) => !media),
  );
  if (!isOpen) return <main id="content" aria-busy="true" className="grow" />;
  if (isEmpty) {
    return (
      <main id="content" className="grid grow place-content-center p-6">
        <EmptyState
          isScreen
          icon={Clapperboard}
          title={t.noneTitle}
          text={t.noneText}
          action={
            <ButtonLink variant="amber" to="/p/$projectId/w/$workId/generate" params={{ projectId, workId }}>
              {t.toBoard}
            </ButtonLink>
          }
        />
      </main>
    );
  }
  return (
    <main
      id="content"
      className="flex h-[calc(100dvh-3rem)] min-h-0 min-w-0 grow flex-col overflow-hidden max-md:h-[calc(100dvh-6.375rem)]"
    >
      <VisuallyHidden>
        <h1 tabIndex={-1}>{t.title}</h1>
      </VisuallyHidden>
      <EditorBar />
      <Suspense fallback={<div aria-busy="true" className="grow" />}>
        <div className="flex min-h-0 grow">
          <Library />
          <Stage />
          <Inspector />
        </div>
        <Transport />
        <Timeline />
        <ToolRow />
      </Suspense>
      <Said />
      {isExporting && (
        <Suspense>
          <ExportDialog />
        </Suspense>
      )}
    </main>
  );
}
