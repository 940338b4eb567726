import { useMemo } from 'react';
import type { TransitionType } from '#contract/scene.ts';
import { setTransition } from '#domain/editing/set-transition.ts';
import { transitions } from '#effects/transitions/all.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { MenuEntry } from '../../ui/menu-line.tsx';
import { edit, useEditor } from '../store/editor-store.ts';

const USUAL_S = 0.5;

/** Sets how clips go over into the next; one that had a transition keeps its length, else it is half a second. */
export function chooseTransition(ids: readonly string[], type: TransitionType, label: string): void {
  const { fps } = useEditor.getState().timeline;
  const usual = Math.round((USUAL_S * fps.num) / fps.den);
  edit.run(label, (base) =>
    ids.reduce((timeline, id) => {
      const own = timeline.clips.find((clip) => clip.id === id)?.transition;
      const durationFrames = own && own.type !== 'cut' && own.durationFrames > 0 ? own.durationFrames : usual;
      return setTransition(timeline, { ids: [id], type, durationFrames });
    }, base),
  );
}

/** Every transition there is, as the lines of a menu. */
export function useJoinMenu(clipId: string, present: TransitionType): readonly MenuEntry[] {
  const t = useStrings('timeline');
  return useMemo(
    () =>
      transitions.map(({ id }) => ({
        label: t.transitions[id],
        checked: id === present,
        onSelect: () => chooseTransition([clipId], id, t.did.transition),
      })),
    [clipId, present, t],
  );
}
