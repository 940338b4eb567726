import type { EditScene } from '#contract/edit.ts';
import type { ChangedTake } from '#domain/editing/bring-in-takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
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
    <Notice
      tone="attention"
      live
      title={only ? t.scenes.changedOne(only.sceneIndex + 1) : t.scenes.changed(sceneIds.length)}
      className="p-3"
      action={
        <>
          <Button size="sm" variant="amber" onClick={() => bringIn(changes, t)}>
            {only ? t.scenes.useIt : t.scenes.useAll}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => keepAsItIs(changes)}>
            {t.scenes.keep}
          </Button>
        </>
      }
    >
      {t.scenes.changedText}
    </Notice>
  );
}
