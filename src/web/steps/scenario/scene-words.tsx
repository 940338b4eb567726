import type { ScenarioScene } from '#contract/scene.ts';
import { WordDiff } from '../../pieces/word-diff.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { transitionOf } from './transition-choice.ts';

/** Where they stand under the picture's description, they are told apart from it. */
const QUOTED = 'text-ink max-md:before:content-["“"] max-md:after:content-["”"]';

interface SceneWordsProps {
  readonly scene: ScenarioScene;
  /** Another version: what would change is shown word by word. */
  readonly proposed?: ScenarioScene | undefined;
}

/** The cells of a scene: its picture below the title, motion, words, and how it goes over into the next. */
export function SceneWords({ scene, proposed }: SceneWordsProps) {
  const t = useStrings('scenario');
  const words = (before: string, after: string | undefined) =>
    after === undefined || after === before ? before || t.none : <WordDiff before={before} after={after} />;
  const overlay = scene.text_overlay ?? '';
  const newOverlay = proposed && (proposed.text_overlay ?? '');
  const transition = t.transitions[transitionOf(scene.transition)];
  return (
    <>
      <Cell label={t.motion} isWhole={proposed !== undefined} className="text-ink2 max-md:text-ink3 md:pe-4">
        {words(scene.video_prompt, proposed?.video_prompt)}
      </Cell>
      <Cell
        label={t.words}
        isWhole={proposed !== undefined}
        className={overlay === '' && !newOverlay ? 'text-ink3 max-md:hidden' : QUOTED}
      >
        {overlay === '' && !newOverlay ? t.none : words(overlay, newOverlay)}
      </Cell>
      <Cell label={t.toNext} isWhole className="text-ink2 max-md:hidden">
        {words(transition, proposed && t.transitions[transitionOf(proposed.transition)])}
      </Cell>
    </>
  );
}

interface CellProps {
  readonly label: string;
  /** All of it, however long; what changed must not be cut off. */
  readonly isWhole: boolean;
  readonly className: string;
  readonly children: React.ReactNode;
}

function Cell({ label, isWhole, className, children }: CellProps) {
  return (
    <p className={classes('min-w-0 md:mt-[22px]', !isWhole && 'line-clamp-4', className)}>
      <span className="sr-only">{label}: </span>
      {children}
    </p>
  );
}
