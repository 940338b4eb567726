import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { useCalmEditor } from './calm-editor.ts';
import { edit, useEditor } from './editor-store.ts';

const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [{ id: 'a', media: { sha256: 'a'.repeat(64), kind: 'video' }, startFrame: 0, endFrame: 60 }],
});
const wider = (by: number) => (timeline: Timeline) => ({ ...timeline, width: timeline.width + by });
const widths = () => [useEditor.getState().timeline.width, useCalmEditor.getState().timeline.width];

beforeEach(() => {
  vi.useFakeTimers();
  edit.open({ place: { projectId: 'p', workId: 'w' }, timeline: film, sources: {}, scenes: [] });
});
afterEach(() => vi.useRealTimers());

test('while something is carried, what lies beside waits until the hand rests', () => {
  edit.begin('Move', { isCarried: true });
  edit.live(wider(2));
  vi.advanceTimersByTime(100);
  edit.live(wider(4));
  vi.advanceTimersByTime(100);
  expect(widths()).toEqual([1084, 1080]);
  vi.advanceTimersByTime(100);
  expect(widths()).toEqual([1084, 1084]);
});

test('what is let go of, or taken back, is known at once', () => {
  edit.begin('Move', { isCarried: true });
  edit.live(wider(2));
  edit.commit();
  expect(widths()).toEqual([1082, 1082]);
  edit.begin('Move', { isCarried: true });
  edit.live(wider(2));
  edit.cancel();
  expect(widths()).toEqual([1082, 1082]);
  vi.advanceTimersByTime(1000);
  expect(widths()).toEqual([1082, 1082]);
});

test('a field that is pulled shows every step, as does all else', () => {
  edit.begin('Width');
  edit.live(wider(2));
  expect(widths()).toEqual([1082, 1082]);
  edit.commit();
  edit.undo();
  edit.select(['a']);
  expect(widths()).toEqual([1080, 1080]);
  expect(useCalmEditor.getState().selection).toEqual(['a']);
});
