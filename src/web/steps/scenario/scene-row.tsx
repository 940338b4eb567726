import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { PencilLine } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Conflict } from '../../app/autosave.ts';
import { WordDiff } from '../../pieces/word-diff.tsx';
import { sceneTitle } from '../../pieces/scene-title.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { RewriteStrip } from './rewrite-strip.tsx';
import { RowHandle } from './row-handle.tsx';
import { RowMenu } from './row-menu.tsx';
import { SceneConflicts } from './scene-conflicts.tsx';
import { SceneFacts } from './scene-facts.tsx';
import { SceneWords } from './scene-words.tsx';
import { saysTheSame, type Rewrite } from './proposals-by-scene.ts';
import { useScriptActions } from './script-actions.ts';
import { ROW_COLUMNS } from './row-columns.ts';

/** Fetches what a scene is written in: only who opens one needs it. */
export const loadSceneEditor = () => import('./scene-editor.tsx');
const SceneEditor = lazy(async () => ({ default: (await loadSceneEditor()).SceneEditor }));

/** What a row shows. */
export interface SceneRowProps {
  readonly scene: ScenarioScene;
  readonly number: number;
  readonly count: number;
  readonly startS: number;
  readonly isOpen: boolean;
  readonly isLast: boolean;
  /** The pictures are the user's own. */
  readonly isDirect: boolean;
  /** Its picture was made from other inputs. */
  readonly hasChanged: boolean;
  readonly rewrite: Rewrite | undefined;
  readonly conflicts: readonly Conflict[];
  readonly full: string | null;
}

/** One scene of the script: closed, open, or beside another version of itself. */
export const SceneRow = memo(function SceneRow(props: SceneRowProps) {
  const { scene, number, isOpen, rewrite, conflicts } = props;
  const { id = '' } = scene;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const { role: _, ...described } = attributes;
  const handle = (
    <RowHandle
      number={number}
      handleRef={setActivatorNodeRef}
      attributes={described as typeof attributes}
      listeners={listeners}
    />
  );
  return (
    <li
      ref={setNodeRef}
      data-scene={id}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes(
        'relative scroll-mt-4 rounded-10',
        isDragging && 'z-20 opacity-90 shadow-float',
        isOpen
          ? 'bg-raise ring-2 ring-tally'
          : rewrite?.kind === 'proposed' || conflicts.length > 0
            ? 'bg-panel ring-1 ring-tally'
            : 'bg-panel hover:bg-raise',
      )}
    >
      {isOpen ? (
        <Suspense fallback={<ClosedScene {...props} handle={handle} />}>
          <SceneEditor {...props} handle={handle} />
        </Suspense>
      ) : (
        <ClosedScene {...props} handle={handle} />
      )}
    </li>
  );
});

function ClosedScene(props: SceneRowProps & { readonly handle: React.ReactNode }) {
  const { scene, number, count, startS, hasChanged, rewrite, conflicts, full, handle } = props;
  const t = useStrings('scenario');
  const { open } = useScriptActions();
  const { id = '' } = scene;
  const proposed = rewrite?.kind === 'proposed' ? rewrite.scene : undefined;
  const title = sceneTitle(scene) || t.untitled;
  return (
    <div className={classes('gap-x-2 px-3 py-3 md:px-2.5 md:pe-3', ROW_COLUMNS)}>
      <div className="flex items-center justify-between gap-2 md:contents">
        <div className="flex items-center gap-1 md:contents">
          <div className="-my-1 max-md:-ms-2">{handle}</div>
          <SceneFacts number={number} startS={startS} lengthS={scene.duration_seconds} />
        </div>
        <div className="flex items-center gap-1 md:hidden">
          <RowMenu sceneId={id} number={number} count={count} full={full} />
        </div>
      </div>
      <div className="min-w-0 md:pe-4">
        <h2 className="flex flex-wrap items-baseline gap-x-2 text-13 leading-[18px] max-md:mt-1 max-md:text-15">
          <button
            type="button"
            data-scene-title=""
            aria-expanded={false}
            onClick={() => open(id)}
            className="rounded-4 text-start after:absolute after:inset-0 after:rounded-10 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-ink"
          >
            <span className="sr-only">{t.sceneNamed(number, '')}</span>
            {title}
          </button>
          {proposed && <span className="text-12 font-normal text-tally-text">{t.newVersion}</span>}
          {hasChanged && (
            <span title={t.inputsChangedWhy} className="text-12 font-normal text-tally-text">
              {t.inputsChanged}
            </span>
          )}
        </h2>
        <p className={classes('mt-1 min-w-0 text-ink2', !proposed && 'line-clamp-4 md:line-clamp-6')}>
          <span className="sr-only">{t.picture}: </span>
          {proposed ? (
            <WordDiff before={scene.image_prompt} after={proposed.image_prompt} />
          ) : (
            // What the title says already is not said twice.
            scene.image_prompt !== title && scene.image_prompt
          )}
        </p>
        {proposed && proposed.negative_prompt !== scene.negative_prompt && (
          <p className="mt-1 text-12 text-ink3">
            {t.keepOut}: <WordDiff before={scene.negative_prompt} after={proposed.negative_prompt} />
          </p>
        )}
      </div>
      <SceneWords scene={scene} proposed={proposed} />
      <div className="flex items-start justify-end gap-1 max-md:hidden">
        <span aria-hidden="true" className="inline-flex size-7 items-center justify-center text-ink3">
          <Glyph icon={PencilLine} />
        </span>
        <RowMenu sceneId={id} number={number} count={count} full={full} />
      </div>
      {(rewrite || conflicts.length > 0) && (
        <div className="min-w-0 md:col-[3/-1]">
          {rewrite && (
            <RewriteStrip
              sceneId={id}
              rewrite={rewrite}
              isSame={rewrite.kind === 'proposed' && saysTheSame(scene, rewrite.scene)}
            />
          )}
          <SceneConflicts conflicts={conflicts} />
        </div>
      )}
    </div>
  );
}
