import { useSuspenseQuery } from '@tanstack/react-query';
import { Check, Plus, RefreshCw, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { useScreenKeys, type ScreenKeys } from '../../app/commands.ts';
import { changesQuery } from '../../queries/changes.ts';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import { projectQuery } from '../../queries/projects.ts';
import { proposalsQuery } from '../../queries/proposals.ts';
import { fieldNamed, useScriptDraft } from '../../queries/scene-draft.ts';
import { workQuery } from '../../queries/works.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FilmRuler } from './film-ruler.tsx';
import { LengthLine } from './length-line.tsx';
import { PicturesButton } from './pictures-button.tsx';
import { isBeingWritten, rewritesOf } from './proposals-by-scene.ts';
import { RewriteTrouble } from './rewrite-trouble.tsx';
import { loadSceneEditor } from './scene-row.tsx';
import { SceneTable } from './scene-table.tsx';
import { ScriptActionsProvider } from './script-actions.ts';
import { scriptTitle } from './script-title.ts';
import { useOpenScene } from './use-open-scene.ts';
import { useScriptActions } from './use-script-actions.ts';

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog })); // only who asks needs it

const MOST_SCENES = 200; // MAX_SCENES of contract/scene.ts, which brings the schema library along

/** The keys of the script, for the list of shortcuts. */
function keysOf({ keys }: Catalogue['scenario']): readonly ScreenKeys[] {
  return [
    { keys: '↑ ↓', does: keys.upDown },
    { keys: 'Enter', does: keys.open },
    { keys: 'Esc', does: keys.close },
    { keys: 'Alt ↑ ↓', does: keys.move },
    { keys: 'N', does: keys.below },
    { keys: 'D', does: keys.duplicate },
    { keys: 'R', does: keys.rewrite },
    { keys: 'Delete', does: keys.remove },
  ];
}

interface ScriptBoardProps {
  readonly projectId: string;
  readonly workId: string;
  readonly models: ModelHeaders;
}

/** The script of a film: what is true of it, its ruler, its scenes. */
export function ScriptBoard({ projectId, workId, models }: ScriptBoardProps) {
  const t = useStrings('scenario');
  const place = useMemo(() => ({ projectId, workId }), [projectId, workId]);
  const { data: work } = useSuspenseQuery(workQuery(projectId, workId));
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const { data: proposals } = useSuspenseQuery(proposalsQuery(projectId, workId));
  useEffect(() => {
    loadSceneEditor().catch(() => {}); // asked for again when a scene is opened
  }, []);
  const { data: changes } = useSuspenseQuery(changesQuery(projectId, workId));
  const script = useScriptDraft(projectId, workId);
  const { scenes, draft } = script;
  const order = scenes.map(({ id = '' }) => id).join(' ');
  const rewrites = useMemo(() => rewritesOf(proposals, order === '' ? [] : order.split(' ')), [proposals, order]);
  const { openId, open } = useOpenScene(scenes);
  const { actions, fit, propose, asking, stopAsking, said } = useScriptActions({
    place,
    script,
    rewrites,
    models,
    openId,
    open,
  });

  useScreenKeys(useMemo(() => keysOf(t), [t]));

  const isDirect = work.assetUsageMode === 'direct' && work.selectedAssetIds.length > 0;
  const isOneEach = isDirect && scenes.length >= work.selectedAssetIds.length;
  const full = isOneEach ? t.directNoAdd : scenes.length >= MOST_SCENES ? t.tooMany(MOST_SCENES) : null;
  const targetS = work.videoDuration ?? null;
  const ofAll = proposals.find(({ sceneId }) => sceneId === null);
  const waiting = [...rewrites.values()].filter(({ kind }) => kind === 'proposed').length;
  const clashing = new Set(draft.conflicts.map(({ field }) => fieldNamed(field).sceneId));
  const style = effectiveStyleGuide(project.styleGuide, work.styleGuide);
  const isBusy = proposals.some((one) => one.sceneId === null && isBeingWritten(one));
  const changedCount = changes.filter(({ image }) => image === 'changed').length;

  return (
    <ScriptActionsProvider value={actions}>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-4">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-23">
            {scriptTitle(t, { scenes, rewrites, clashing, style })}
          </h1>
          <LengthLine scenes={scenes} targetS={targetS} onFit={fit} />
        </div>
        <div className="flex flex-wrap items-start gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:flex-nowrap max-sm:border-t max-sm:border-line max-sm:bg-panel max-sm:p-3">
          <Button icon={RefreshCw} pending={isBusy} onClick={() => actions.askFor(null)} className="max-sm:grow">
            {t.rewriteAll}
          </Button>
          <PicturesButton
            place={place}
            models={models}
            changedCount={changedCount}
            isNext={openId === null && waiting === 0 && clashing.size === 0}
          />
        </div>
      </header>
      <div className="flex flex-col gap-3 pb-4 empty:hidden">
        {draft.error && (
          <Notice tone="error" live title={t.refusedTitle}>
            {draft.error.message}
          </Notice>
        )}
        {ofAll && (ofAll.status === 'failed' || ofAll.status === 'uncertain') && (
          <RewriteTrouble sceneId={null} rewrite={{ kind: ofAll.status, proposal: ofAll }} />
        )}
        {isBusy && ofAll && (
          <Notice
            tone="work"
            live
            title={t.rewritingAll}
            action={
              <Button size="sm" onClick={() => actions.cancelJob(ofAll.jobId)}>
                {t.cancel}
              </Button>
            }
          />
        )}
        {waiting > 1 && (
          <Notice
            tone="attention"
            live
            title={ofAll && ofAll.ask !== '' ? t.askedFor(ofAll.ask) : t.askedForNothing}
            action={
              <>
                <Button variant="amber" size="sm" icon={Check} onClick={() => actions.useNew(null)}>
                  {t.useAll}
                </Button>
                <Button size="sm" icon={Undo2} onClick={() => actions.keepOld(null)}>
                  {t.keepAll}
                </Button>
                {ofAll && (
                  <Button variant="quiet" size="sm" icon={RefreshCw} onClick={() => actions.another(null)}>
                    {t.another}
                  </Button>
                )}
              </>
            }
          >
            {t.askNothing}
          </Notice>
        )}
      </div>
      <FilmRuler scenes={scenes} targetS={targetS} openId={openId} rewrites={rewrites} onOpen={actions.open} />
      <div className="pt-2">
        <SceneTable
          scenes={scenes}
          openId={openId}
          isDirect={isDirect}
          changes={changes}
          rewrites={rewrites}
          conflicts={draft.conflicts}
          full={full}
        />
      </div>
      <button
        type="button"
        aria-disabled={full !== null}
        onClick={() => full === null && actions.addAfter(null)}
        className="mt-1.5 flex min-h-12 w-full items-center justify-center gap-2 rounded-10 border border-dashed border-line2 text-ink2 hover:bg-panel hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-60"
      >
        <Plus aria-hidden="true" className="size-4" />
        {full ?? t.add}
      </button>
      <output className="sr-only">{said}</output>
      {asking !== undefined && (
        <Suspense>
          <AskDialog
            place={place}
            sceneIndex={asking === null ? null : scenes.findIndex(({ id }) => id === asking)}
            models={models}
            onAsk={(ask) => propose(asking, ask)}
            onClose={stopAsking}
          />
        </Suspense>
      )}
    </ScriptActionsProvider>
  );
}
