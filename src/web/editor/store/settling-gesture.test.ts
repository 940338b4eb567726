import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { edit, useEditor } from './editor-store.ts';
import { settlingGesture } from './settling-gesture.ts';

const film = Timeline.parse({ schemaVersion: 1, fps: { num: 30, den: 1 }, width: 1080, height: 1920, clips: [] });
const wide = (width: number) => (timeline: Timeline) => ({ ...timeline, width });
const steps = () => useEditor.getState().history.past.map(({ label }) => label);
const kept = () => useEditor.getState().history.present.width;

/** Who listens to the page, in the order they are told: those that asked on the way down are first. */
let listeners: { readonly type: string; readonly run: () => void }[];
const tell = (type: string) => listeners.filter((one) => one.type === type).forEach(({ run }) => run());

beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  vi.stubGlobal('addEventListener', (type: string, run: () => void, isFirst = false) => {
    listeners[isFirst ? 'unshift' : 'push']({ type, run });
  });
  vi.stubGlobal('removeEventListener', (type: string, run: () => void) => {
    listeners = listeners.filter((one) => one.type !== type || one.run !== run);
  });
  edit.open({ place: { projectId: 'p', workId: 'w' }, timeline: film, sources: {}, scenes: [] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what is typed without a pause is one step once it rests, and what follows is another', () => {
  const typing = settlingGesture();
  typing.live('Words', wide(1));
  vi.advanceTimersByTime(1100);
  typing.live('Words', wide(2));
  vi.advanceTimersByTime(1100);
  expect([steps(), kept()]).toEqual([[], 1080]);
  vi.advanceTimersByTime(100);
  expect([steps(), kept()]).toEqual([['Words'], 2]);
  typing.live('Words', wide(3));
  typing.settle();
  vi.runAllTimers();
  expect([steps(), kept()]).toEqual([['Words', 'Words'], 3]);
});

test.each(['pagehide', 'visibilitychange'])('at %s it is a step before anybody else is told', (leaving) => {
  let seen = 0;
  addEventListener(leaving, () => {
    seen = kept();
  });
  const typing = settlingGesture();
  typing.live('Words', wide(7));
  tell(leaving);
  expect([seen, steps()]).toEqual([7, ['Words']]);
  tell(leaving);
  expect(steps()).toEqual(['Words']);
});

test('what is taken back is what came since the last step', () => {
  const typing = settlingGesture();
  typing.live('Words', wide(1));
  vi.runAllTimers();
  typing.live('Words', wide(2));
  expect(typing.cancel()).toBe(true);
  expect([steps(), useEditor.getState().timeline.width]).toEqual([['Words'], 1]);
  expect(typing.cancel()).toBe(false);
});

test('a gesture that began elsewhere meanwhile is neither ended nor taken back', () => {
  const typing = settlingGesture();
  typing.live('Words', wide(1));
  edit.begin('Drag');
  edit.live(wide(5));
  typing.settle();
  expect([steps(), typing.cancel(), useEditor.getState().gesture?.label]).toEqual([['Words'], false, 'Drag']);
});
