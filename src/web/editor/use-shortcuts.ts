import { useEffect, useMemo } from 'react';
import { placeClips } from '#domain/timeline/nominal-to-output.ts';
import { useScreenKeys } from '../app/commands.ts';
import { isWriting, useSingleKeys } from '../app/single-keys.ts';
import { flushAll } from '../app/use-autosave.ts';
import { useStrings } from '../strings/catalogue.ts';
import { editActions } from './edit-actions.ts';
import { playback } from './preview/playback.ts';
import { isSingleKey, type Shortcut, shortcutOf, SHORTCUTS } from './shortcuts.ts';
import { edit, useEditor } from './store/editor-store.ts';
import { planOf } from './store/use-plan.ts';
import { timelineView } from './timeline/timeline-view.ts';

const FAR_FRAMES = 10;
const OWN_KEYS =
  'button, a[href], summary, input, [role="slider"], [role="tab"], [role="radio"], [role="switch"], [role="menuitem"]';
const LAYERS = 'dialog[open], [role="menu"]';

/** Listens to the keys of the editor wherever the focus is, and names them in the list of shortcuts. */
export function useShortcuts(): void {
  const editor = useStrings('editor');
  const timeline = useStrings('timeline');
  useScreenKeys(
    useMemo(
      () =>
        SHORTCUTS.map(({ name, keys }) => ({
          keys: keys
            .split(' ')
            .map((key) => (editor.keyNames as Readonly<Record<string, string>>)[key] ?? key)
            .join(' '),
          does: editor.shortcuts[name],
        })).concat({ keys: 'Enter', does: editor.keysInLibrary }), // what a mouse carries to the timeline
      [editor],
    ),
  );
  useEffect(() => {
    const actions = editActions({ editor, timeline });
    const press = (event: KeyboardEvent): void => {
      const shortcut = event.defaultPrevented || event.isComposing ? null : shortcutOf(event);
      if (shortcut === null || !mayAct(event, shortcut)) return;
      event.preventDefault();
      act(shortcut, actions);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [editor, timeline]);
}

/** Not while somebody writes, nor under a dialog or menu, nor where the key means something to what has the focus. */
function mayAct(event: KeyboardEvent, { name }: Shortcut): boolean {
  if (isWriting(event) || document.querySelector(LAYERS)) return false;
  if (isSingleKey(event) && !useSingleKeys.getState().isOn) return false;
  const target = event.target instanceof HTMLElement ? event.target.closest(OWN_KEYS) : null;
  // A button that was pressed by hand keeps the focus; the keys are the film's, unless it was come to by keys.
  if (name === 'play') return !target?.matches(':focus-visible');
  if (name === 'copy' || name === 'cut') return getSelection()?.isCollapsed !== false;
  if (name === 'step' || name === 'cuts' || name === 'ends')
    return target === null || target.matches('button, a[href]');
  return true;
}

function act(shortcut: Shortcut, actions: ReturnType<typeof editActions>): void {
  switch (shortcut.name) {
    case 'play':
      return playback.toggle();
    case 'shuttle':
      return shortcut.direction === 0 ? playback.pause() : playback.shuttle(shortcut.direction);
    case 'step':
      return seek(useEditor.getState().playhead + shortcut.direction * (shortcut.isFar ? FAR_FRAMES : 1));
    case 'cuts':
      return seek(nextCut(shortcut.direction));
    case 'ends':
      return seek(shortcut.direction < 0 ? 0 : planOf(useEditor.getState().timeline).lengthFrames);
    case 'move':
      return actions.move(shortcut.direction * (shortcut.isFar ? FAR_FRAMES : 1));
    case 'trim':
      return actions.trimToPlayhead(shortcut.direction < 0 ? 'start' : 'end');
    case 'zoom':
      return shortcut.direction < 0 ? timelineView.zoomOut() : timelineView.zoomIn();
    case 'fit':
      return timelineView.zoomToFit();
    case 'split':
      return actions.split();
    case 'remove':
      return actions.remove('ripple');
    case 'lift':
      return actions.remove('lift');
    case 'marker':
      return actions.mark();
    case 'snap':
      return actions.toggleSnapping();
    case 'fullScreen':
      return toggleFullScreen();
    case 'undo':
      return edit.undo();
    case 'redo':
      return edit.redo();
    case 'copy':
      return void actions.copy();
    case 'cut':
      return actions.cutOut();
    case 'paste':
      return actions.paste();
    case 'duplicate':
      return actions.duplicate();
    case 'all':
      return actions.chooseAll();
    case 'none':
      return actions.leave();
    case 'save':
      return void flushAll();
    default:
      return shortcut satisfies never;
  }
}

function seek(frame: number): void {
  playback.pause();
  edit.seek(frame);
}

/** The nearest beginning of a clip in that direction; beyond them, an end of the film. */
function nextCut(direction: -1 | 1): number {
  const { timeline, playhead } = useEditor.getState();
  const cuts = placeClips(timeline.clips).map(({ startFrame }) => startFrame);
  if (direction < 0) return cuts.findLast((frame) => frame < playhead) ?? 0;
  return cuts.find((frame) => frame > playhead) ?? planOf(timeline).lengthFrames;
}

function toggleFullScreen(): void {
  const stage = document.querySelector('[data-stage]');
  const done = document.fullscreenElement ? document.exitFullscreen() : stage?.requestFullscreen();
  done?.catch(() => {}); // refused by the browser: the stage stays as it is
}
