import type { EditScene } from '#contract/edit.ts';
import type { ChangedTake } from '#domain/editing/bring-in-takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { keepAsItIs } from './kept-takes.ts';
import { bringIn } from './scene-actions.ts';

interface ChangedTakesProps {
  readonly changes: readonly ChangedTake[];
  readonly scenes: readonly EditScene[];
}

/** Scenes show other takes by now than the edit does: bring them in, or leave it as it is. Nothing changes by itself. */
export function ChangedTakes({ changes, scenes }: ChangedTakesProps) {
  const t = useStrings('editor');
  const sceneIds = [...new Set(changes.map(({ sceneId }) => sceneId))];
  const only = sceneIds.length === 1 ? scenes.find(({ sceneId }) => sceneId === sceneIds[0]) : undefined;
  return (
    <div
      aria-live="polite"
      className="grid gap-2 rounded-10 border border-tally bg-[color-mix(in_oklab,var(--tally)_14%,var(--panel))] p-3"
    >
      <p className="text-13 font-semibold">
        {only ? t.scenes.changedOne(only.sceneIndex + 1) : t.scenes.changed(sceneIds.length)}
      </p>
      <p className="text-12 text-ink2">{t.scenes.changedText}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="amber" onClick={() => bringIn(changes, t)}>
          {only ? t.scenes.useIt : t.scenes.useAll}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => keepAsItIs(changes)}>
          {t.scenes.keep}
        </Button>
      </div>
    </div>
  );
}
