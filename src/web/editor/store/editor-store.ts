import { create } from 'zustand';
import type { EditScene, EditSource } from '#contract/edit.ts';
import type { Timeline } from '#contract/timeline.ts';
import { type History, historyOf, pushStep, redoStep, undoStep } from '#domain/editing/history.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { isSameTimeline } from './canonical-timeline.ts';

/** Whose edit it is. */
export interface EditPlace {
  readonly projectId: string;
  readonly workId: string;
}

/** Something that is being dragged: the edit it began from, and what it is called once it is let go. */
interface Gesture {
  readonly label: string;
  readonly base: Timeline;
  /** Something is carried along the film, a step at each frame of the screen. */
  readonly isCarried: boolean;
}

/** The one edit that is open, and what is chosen in it. Times are frames of the film unless they are the timeline's own. */
export interface EditorSnapshot {
  readonly place: EditPlace;
  readonly history: History<Timeline>;
  readonly gesture: Gesture | null;
  /** As it is shown, in the middle of a drag too. */
  readonly timeline: Timeline;
  /** By content hash. */
  readonly sources: Readonly<Record<string, EditSource>>;
  readonly scenes: readonly EditScene[];
  /** Ids of clips, overlays and sounds, in the order they were chosen. */
  readonly selection: readonly string[];
  /** Frame of the film that is shown. */
  readonly playhead: number;
  readonly isSnapping: boolean;
  /** What was done last, for those who listen; counted, so that the same again is said again. */
  readonly said: { readonly words: string; readonly count: number };
}

const NOTHING: Timeline = {
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [],
  texts: [],
  images: [],
  audio: [],
  loudnessLufs: null,
  extra: {},
};

const closed: EditorSnapshot = {
  place: { projectId: '', workId: '' },
  history: historyOf(NOTHING),
  gesture: null,
  timeline: NOTHING,
  sources: {},
  scenes: [],
  selection: [],
  playhead: 0,
  isSnapping: true,
  said: { words: '', count: 0 },
};

/** What the parts of the editor show of the open edit; each chooses as little as it needs. */
export const useEditor = create<EditorSnapshot>(() => closed);

const { getState, setState } = useEditor;

/** A command: the edit as it is, to the edit as it shall be; the same object where nothing changes. */
export type Command = (timeline: Timeline) => Timeline;

/** Everything that can be done to the open edit. Labels are in the user's language: they are spoken, and name the step. */
export const edit = {
  /** Opens an edit in place of the one before; what was done to that can not be undone here. */
  open(
    opened: Pick<EditorSnapshot, 'place' | 'timeline' | 'sources' | 'scenes'> & { readonly playhead?: number },
  ): void {
    setState({ ...closed, isSnapping: getState().isSnapping, ...opened, history: historyOf(opened.timeline) });
  },

  /** Takes over what came from elsewhere, as a step that can be undone; the same edit is no step. */
  receive(label: string, timeline: Timeline): void {
    if (isSameTimeline(timeline, getState().history.present)) return;
    setState(({ history }) => shown(pushStep(history, label, timeline)));
  },

  /** Shows what an edit that nobody has touched yet has become; there is nothing to undo. */
  follow(timeline: Timeline): void {
    if (!isSameTimeline(timeline, getState().history.present)) setState(shown(historyOf(timeline)));
  },

  /** Where files are read, and what scenes show, is news that no step changes. */
  know(known: Partial<Pick<EditorSnapshot, 'scenes'>> & { readonly sources?: EditorSnapshot['sources'] }): void {
    setState((now) => ({
      ...(known.scenes ? { scenes: known.scenes } : {}),
      ...(known.sources ? { sources: { ...now.sources, ...known.sources } } : {}),
    }));
  },

  /** Does one thing: one step to undo. */
  run(label: string, command: Command): void {
    if (getState().gesture) edit.commit();
    const { history } = getState();
    const after = command(history.present);
    if (after === history.present) return;
    setState({ ...shown(pushStep(history, label, after)), ...saying(label) });
  },

  /** Begins a drag; until it is committed, every move is one of the edit as it is now. */
  begin(label: string, { isCarried = false }: { readonly isCarried?: boolean } = {}): void {
    if (getState().gesture) edit.commit();
    setState(({ history }) => ({ gesture: { label, base: history.present, isCarried } }));
  },

  /** Shows where a drag has come; `command` gets the edit from before it. */
  live(command: Command): void {
    const { gesture } = getState();
    if (gesture) setState({ timeline: command(gesture.base) });
  },

  /** Ends a drag as one step. */
  commit(): void {
    const { gesture, history, timeline } = getState();
    if (!gesture) return;
    const isMoved = timeline !== gesture.base;
    setState({ ...shown(pushStep(history, gesture.label, timeline)), ...(isMoved ? saying(gesture.label) : {}) });
  },

  /** Ends a drag as if it had not begun. */
  cancel(): void {
    setState(({ history }) => shown(history));
  },

  undo(): void {
    const { history, gesture } = getState();
    if (gesture) return edit.cancel();
    const label = history.past.at(-1)?.label;
    if (label !== undefined) setState({ ...shown(undoStep(history)), ...saying(label) });
  },

  redo(): void {
    const { history, gesture } = getState();
    const label = history.future.at(-1)?.label;
    if (!gesture && label !== undefined) setState({ ...shown(redoStep(history)), ...saying(label) });
  },

  /** Chooses things by their ids; `toggle` adds those that are not chosen and leaves those that are. */
  select(ids: readonly string[], mode: 'only' | 'add' | 'toggle' = 'only'): void {
    setState(({ selection }) => {
      const fresh = ids.filter((id) => !selection.includes(id));
      if (mode === 'only') return { selection: ids };
      if (mode === 'add') return { selection: [...selection, ...fresh] };
      return { selection: [...selection.filter((id) => !ids.includes(id)), ...fresh] };
    });
  },

  /** Shows a frame of the film; beyond its ends, its first or last. */
  seek(frame: number): void {
    const last = Math.max(0, outputLengthFrames(getState().timeline) - 1);
    const playhead = Math.min(last, Math.max(0, Math.round(frame)));
    if (playhead !== getState().playhead) setState({ playhead });
  },

  setSnapping(isSnapping: boolean): void {
    setState({ isSnapping });
  },

  /** Says something to those who listen, such as why a key did nothing. */
  say(words: string): void {
    setState(saying(words));
  },
} as const;

/** A history as it is shown: its present, without a gesture, and nothing chosen that is not there. */
function shown(history: History<Timeline>): Partial<EditorSnapshot> {
  const { selection, playhead } = getState();
  const { clips, texts, images, audio } = history.present;
  const ids = new Set([...clips, ...texts, ...images, ...audio].map(({ id }) => id));
  const isWhole = selection.every((id) => ids.has(id));
  const last = Math.max(0, outputLengthFrames(history.present) - 1);
  return {
    history,
    gesture: null,
    timeline: history.present,
    selection: isWhole ? selection : selection.filter((id) => ids.has(id)),
    playhead: Math.min(playhead, last),
  };
}

function saying(words: string): Pick<EditorSnapshot, 'said'> {
  return { said: { words, count: getState().said.count + 1 } };
}
