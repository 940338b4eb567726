import { beforeEach, expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { canonicalTimeline, isSameTimeline } from './canonical-timeline.ts';
import { edit, useEditor } from './editor-store.ts';

const media = { sha256: 'a'.repeat(64), kind: 'video' as const };
const clip = (id: string, startFrame: number, endFrame: number) => ({ id, media, startFrame, endFrame });
const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [clip('a', 0, 60), clip('b', 60, 120)],
});
const louder = (by: number) => (timeline: Timeline) => ({
  ...timeline,
  clips: timeline.clips.map((one) => (one.id === 'a' ? { ...one, volume: one.volume + by } : one)),
});
const volume = () => useEditor.getState().timeline.clips[0]?.volume;

beforeEach(() => edit.open({ place: { projectId: 'p', workId: 'w' }, timeline: film, sources: {}, scenes: [] }));

test('a drag is one step, made from where it began and not from where it was', () => {
  edit.begin('Volume');
  edit.live(louder(1));
  edit.live(louder(2));
  expect(volume()).toBe(3);
  edit.commit();
  expect(useEditor.getState().history.past.map(({ label }) => label)).toEqual(['Volume']);
  edit.undo();
  expect([volume(), useEditor.getState().history.present]).toEqual([1, film]);
  edit.redo();
  expect(volume()).toBe(3);
});

test('a drag that is given up leaves nothing behind, nor does one that went nowhere', () => {
  edit.begin('Volume');
  edit.live(louder(1));
  edit.cancel();
  edit.begin('Volume');
  edit.commit();
  expect([volume(), useEditor.getState().history.past, useEditor.getState().said.count]).toEqual([1, [], 0]);
});

test('what is deleted is not chosen any more, and the playhead stays in the film', () => {
  edit.select(['a', 'b']);
  edit.seek(119);
  edit.run('Delete', (timeline) => ({ ...timeline, clips: timeline.clips.slice(0, 1) }));
  expect(useEditor.getState()).toMatchObject({ selection: ['a'], playhead: 59, said: { words: 'Delete' } });
});

test('what came from elsewhere is a step to undo; the same in another order of keys is none', () => {
  edit.receive('Elsewhere', JSON.parse(JSON.stringify(canonicalTimeline(film))) as Timeline);
  expect(useEditor.getState().history.past).toEqual([]);
  edit.receive('Elsewhere', louder(1)(film));
  expect([volume(), useEditor.getState().history.past.length]).toEqual([2, 1]);
  expect(isSameTimeline(film, louder(1)(film))).toBe(false);
});
