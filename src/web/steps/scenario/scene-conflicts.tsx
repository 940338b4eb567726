import type { Conflict } from '../../app/autosave.ts';
import { fieldNamed, type SceneField } from '../../queries/scene-draft.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useScriptActions } from './script-actions.ts';

/** Fields of a scene that were written here and elsewhere, differently: a person says which stays. */
export function SceneConflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const t = useStrings('scenario');
  const { settle } = useScriptActions();
  const names: Readonly<Record<SceneField, string>> = {
    duration_seconds: t.length,
    image_prompt: t.picture,
    negative_prompt: t.keepOut,
    video_prompt: t.motion,
    text_overlay: t.words,
    transition: t.toNextScene,
  };
  return conflicts.map(({ field, mine, theirs }) => (
    <Notice
      key={field}
      tone="attention"
      live
      title={t.conflictTitle(names[fieldNamed(field).field])}
      className="relative z-10 mt-3"
      action={
        <>
          <Button size="sm" onClick={() => settle(field, 'mine')}>
            {t.keepMine}
          </Button>
          <Button size="sm" onClick={() => settle(field, 'theirs')}>
            {t.takeTheirs}
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-ink3">{t.conflictMine}</dt>
        <dd>{told(mine) || t.none}</dd>
        <dt className="text-ink3">{t.conflictTheirs}</dt>
        <dd>{told(theirs) || t.none}</dd>
      </dl>
    </Notice>
  ));
}

const told = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
