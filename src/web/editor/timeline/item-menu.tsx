import { Blend, Combine, Copy, CornerDownLeft, Scissors, SquareDashed, Trash2, Volume2, VolumeX } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { joinItems, canJoin } from '#domain/editing/join-items.ts';
import { setAudio, setClips } from '#domain/editing/set-properties.ts';
import { transitions } from '#effects/transitions/all.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { MenuEntry } from '../../ui/menu-line.tsx';
import { MenuPopup } from '../../ui/menu-popup.tsx';
import { editActions } from '../edit-actions.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { findLaid, laidOn, layoutOf } from './timeline-layout.ts';
import { chooseTransition } from './use-join-menu.ts';

interface Opened {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** The lines are the transitions. */
  readonly isTransitions: boolean;
}

/** What may be done with the things that are chosen, where the other button of the mouse or the menu key was pressed on one. */
export function ItemMenu({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const t = useStrings('timeline');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = scroller.current;
    const open = (event: MouseEvent) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
      const id = item?.dataset['item'];
      if (!item || id === undefined) return;
      event.preventDefault();
      if (event instanceof PointerEvent && event.pointerType === 'touch') return; // a finger that rests takes hold of it
      if (!useEditor.getState().selection.includes(id)) edit.select([id]);
      from.current = item;
      const box = item.getBoundingClientRect();
      const isByKey = event.clientX === 0 && event.clientY === 0;
      const [x, y] = isByKey ? [box.left + 8, box.bottom] : [event.clientX, event.clientY];
      setOpened({ id, x, y, label: t.menuOf(item.getAttribute('aria-label') ?? ''), isTransitions: false });
    };
    element?.addEventListener('contextmenu', open);
    return () => element?.removeEventListener('contextmenu', open);
  }, [scroller, t]);
  const close = useCallback(() => {
    setOpened(null);
    from.current?.focus({ preventScroll: true });
  }, []);
  const lines = useLines(opened, (next) => requestAnimationFrame(() => setOpened(next)));
  if (!opened) return null;
  return (
    <>
      <div
        ref={setAnchor}
        tabIndex={-1}
        onFocus={close}
        aria-hidden="true"
        className="fixed size-px"
        style={{ left: opened.x, top: opened.y }}
      />
      {anchor && (
        <MenuPopup
          key={String(opened.isTransitions)}
          label={opened.isTransitions ? t.transition : opened.label}
          anchor={anchor}
          items={lines}
          align="start"
          onLeave={() => setOpened(null)}
          onClose={close}
        />
      )}
    </>
  );
}

function useLines(opened: Opened | null, open: (next: Opened) => void): readonly MenuEntry[] {
  const t = useStrings('timeline');
  const editor = useStrings('editor');
  const timeline = useEditor((state) => state.timeline);
  const ids = useEditor((state) => state.selection);
  if (!opened) return [];
  const layout = layoutOf(timeline);
  const found = findLaid(layout, opened.id);
  const clips = laidOn(layout, 'clip').filter(({ id }) => ids.includes(id));
  if (opened.isTransitions) {
    const present = timeline.clips.find(({ id }) => id === opened.id)?.transition?.type ?? 'cut';
    return transitions.map(({ id }) => ({
      label: t.transitions[id],
      checked: id === present,
      onSelect: () =>
        chooseTransition(
          clips.map((clip) => clip.id),
          id,
          t.did.transition,
        ),
    }));
  }
  const actions = editActions({ editor, timeline: t });
  const heard = [...timeline.clips, ...timeline.audio].filter(({ id }) => ids.includes(id));
  const isMuted = heard.length > 0 && heard.every(({ muted }) => muted);
  const mute = () => {
    const change = { ids, changes: { muted: !isMuted } };
    edit.run(isMuted ? t.did.unmute : t.did.mute, (base) => setAudio(setClips(base, change), change));
  };
  const hasNext = layout.clip.some(({ id, hasNext: has }) => has && ids.includes(id));
  return [
    { label: t.split, icon: Scissors, shortcut: 'S', onSelect: () => actions.split() },
    { label: t.duplicate, icon: Copy, shortcut: 'Ctrl D', onSelect: () => actions.duplicate() },
    ...(canJoin(timeline, ids)
      ? [
          {
            label: t.joinHalves,
            icon: Combine,
            onSelect: () => edit.run(t.did.join, (base) => joinItems(base, { ids })),
          },
        ]
      : []),
    ...(found
      ? [{ label: t.goTo, icon: CornerDownLeft, shortcut: 'Enter', onSelect: () => edit.seek(found.laid.startFrame) }]
      : []),
    'separator',
    ...(hasNext
      ? [{ label: t.transition, icon: Blend, onSelect: () => open({ ...opened, isTransitions: true }) }]
      : []),
    ...(heard.length > 0
      ? [{ label: isMuted ? t.unmute : t.mute, icon: isMuted ? Volume2 : VolumeX, onSelect: mute }]
      : []),
    ...(hasNext || heard.length > 0 ? ['separator' as const] : []),
    { label: t.deleteRipple, icon: Trash2, shortcut: 'Del', onSelect: () => actions.remove('ripple') },
    ...(clips.length > 0
      ? [{ label: t.lift, icon: SquareDashed, shortcut: 'Shift Del', onSelect: () => actions.remove('lift') }]
      : []),
  ];
}
