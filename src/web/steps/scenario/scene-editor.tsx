import { Check, Sparkles } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Conflict } from '../../app/autosave.ts';
import { sceneTitle } from '../../pieces/scene-title.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { formatStart } from './film-lengths.ts';
import { saysTheSame, type Rewrite } from './proposals-by-scene.ts';
import { RewriteStrip } from './rewrite-strip.tsx';
import { SceneConflicts } from './scene-conflicts.tsx';
import { useScriptActions } from './script-actions.ts';
import { TRANSITION_ICONS, transitionOf } from './transition-choice.ts';

const MOST_WORDS = 42; // what is read in the time a scene is seen, and fits two lines
const SHORTEST_S = 0.2;
const LONGEST_S = 600;

interface SceneEditorProps {
  readonly scene: ScenarioScene;
  readonly number: number;
  readonly startS: number;
  readonly isLast: boolean;
  readonly isDirect: boolean;
  readonly rewrite: Rewrite | undefined;
  readonly conflicts: readonly Conflict[];
  readonly handle: ReactNode;
}

/** One scene, open: every field is saved as it is written. */
export function SceneEditor(props: SceneEditorProps) {
  const { scene, number, startS, isLast, isDirect, rewrite, conflicts, handle } = props;
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const { id = '' } = scene;
  const overlay = scene.text_overlay ?? '';
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = first.current?.querySelector('textarea');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
    first.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section aria-label={t.sceneNamed(number, sceneTitle(scene) || t.untitled)}>
      <header className="flex min-h-9 items-center gap-3 border-b border-line px-2.5 pe-3">
        {handle}
        <span aria-hidden="true" className="font-mono text-13 font-semibold">
          {String(number).padStart(2, '0')}
        </span>
        <span className="font-mono text-12 text-ink3">{formatStart(startS)}</span>
        <h2 className="min-w-0 grow truncate text-13">{sceneTitle(scene) || t.untitled}</h2>
        <span className="text-12 text-tally-text">{t.editing}</span>
      </header>
      <div ref={first} className="flex flex-col gap-4 p-4">
        <div className="grid gap-3 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
          <Field
            label={t.picture}
            count={t.characters(scene.image_prompt.length)}
            hint={isDirect ? t.directPicture : undefined}
          >
            <TextArea
              rows={3}
              maxLength={8000}
              value={scene.image_prompt}
              placeholder={t.pictureHint}
              onValueChange={(value) => actions.set(id, 'image_prompt', value)}
            />
          </Field>
          <Field label={t.motion}>
            <TextArea
              rows={3}
              maxLength={8000}
              value={scene.video_prompt}
              onValueChange={(value) => actions.set(id, 'video_prompt', value)}
            />
          </Field>
        </div>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_9rem_minmax(0,1.6fr)]">
          <Field
            label={t.words}
            count={t.countOf(overlay.length, MOST_WORDS)}
            hint={overlay.length > MOST_WORDS ? t.wordsLong : undefined}
          >
            <TextInput
              maxLength={500}
              value={overlay}
              onValueChange={(value) => actions.set(id, 'text_overlay', value)}
            />
          </Field>
          <Field label={t.keepOut}>
            <TextInput
              maxLength={4000}
              value={scene.negative_prompt}
              placeholder={t.keepOutHint}
              onValueChange={(value) => actions.set(id, 'negative_prompt', value)}
            />
          </Field>
          <SceneLength id={id} lengthS={scene.duration_seconds} />
          <Field label={t.toNextScene} hint={isLast ? t.theEnd : undefined}>
            <Select
              value={transitionOf(scene.transition)}
              onValueChange={(value) => actions.set(id, 'transition', value)}
              options={Object.entries(TRANSITION_ICONS).map(([value, icon]) => ({
                value: transitionOf(value),
                label: t.transitions[transitionOf(value)],
                icon,
              }))}
            />
          </Field>
        </div>
        {rewrite && (
          <RewriteStrip
            sceneId={id}
            rewrite={rewrite}
            isSame={rewrite.kind === 'proposed' && saysTheSame(scene, rewrite.scene)}
          />
        )}
        <SceneConflicts conflicts={conflicts} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="amber" icon={Check} onClick={() => actions.open(null)}>
            {t.done}
          </Button>
          <Button icon={Sparkles} onClick={() => actions.askFor(id)}>
            {t.rewrite}
          </Button>
          <span className="flex items-center gap-2 text-12 text-ink3 max-sm:hidden">
            <Kbd>{t.esc}</Kbd> {t.escHint}
          </span>
          <Button variant="quiet" className="ms-auto text-err-text!" onClick={() => actions.remove(id)}>
            {t.remove}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** How long a scene is; what is no length yet stays in the field and is not saved. */
function SceneLength({ id, lengthS }: { readonly id: string; readonly lengthS: number }) {
  const t = useStrings('scenario');
  const { set } = useScriptActions();
  const [isWrong, setIsWrong] = useState(false);
  return (
    <Field label={t.length} error={isWrong ? t.lengthWrong : null}>
      <NumberField
        value={lengthS}
        min={SHORTEST_S}
        max={LONGEST_S}
        step={0.5}
        format={{ maximumFractionDigits: 2 }}
        onValueChange={(value) => {
          const isLength = value !== null && value >= SHORTEST_S && value <= LONGEST_S;
          setIsWrong(!isLength);
          if (isLength) set(id, 'duration_seconds', Math.round(value * 100) / 100);
        }}
      />
    </Field>
  );
}
