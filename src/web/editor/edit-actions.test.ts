import { beforeEach, describe, expect, test } from 'vitest';
import { anEdit, placesOf } from '#domain/editing/fixture/an-edit.ts';
import { enEditor } from '../strings/en/editor.ts';
import { enTimeline } from '../strings/en/timeline.ts';
import { editActions } from './edit-actions.ts';
import { edit, useEditor } from './store/editor-store.ts';

const actions = editActions({ editor: enEditor, timeline: enTimeline });
const places = () => placesOf(useEditor.getState().timeline).replaceAll(/itm_\w+/g, 'new');
const said = () => useEditor.getState().said.words;
const labels = () => useEditor.getState().history.past.map(({ label }) => label);

function open(workId = 'w'): void {
  const timeline = anEdit([{ frames: 90, fade: 10 }, 60], { texts: { t: [20, 50] } }); // b comes at 80 of the film
  edit.open({ place: { projectId: 'p', workId }, timeline, sources: {}, scenes: [] });
}

beforeEach(() => open());

describe('at the playhead', () => {
  test('the clip that is seen is split, or what is chosen where it lies there', () => {
    edit.seek(30);
    actions.split();
    expect(places()).toBe('a 0-30, new 30-90, b 90-150, t 20-50');
    edit.select(['t']);
    actions.split();
    expect(places()).toBe('a 0-30, new 30-90, b 90-150, t 20-30, new 30-50');
    expect(labels()).toEqual(['Split', 'Split']);
    actions.split();
    expect(said()).toBe('Nothing to split at the playhead');
  });

  test('a clip is trimmed, and the playhead stays on the picture it was on', () => {
    edit.seek(100);
    actions.trimToPlayhead('start');
    expect(places()).toBe('a 0-90, b 90-130, t 20-50');
    expect(useEditor.getState().playhead).toBe(80);
    edit.seek(30);
    actions.trimToPlayhead('end');
    expect(places()).toBe('a 0-30, b 30-70, t 20-30');
  });

  test('a text that is chosen is drawn to it from either side', () => {
    edit.select(['t']);
    edit.seek(10);
    actions.trimToPlayhead('start');
    edit.seek(70);
    actions.trimToPlayhead('end');
    expect(places()).toContain('t 10-70');
    actions.trimToPlayhead('start');
    expect(labels()).toHaveLength(2);
  });

  test('a marker is set once', () => {
    edit.seek(5);
    actions.mark();
    actions.mark();
    expect(places()).toContain('new 5');
    expect(labels()).toEqual(['Set a marker']);
  });
});

describe('what is chosen', () => {
  test('is moved by frames, and a clip by a place in its row', () => {
    edit.select(['t']);
    actions.move(10);
    expect(places()).toContain('t 30-60');
    edit.select(['b']);
    actions.move(-1);
    expect(places()).toBe('b 0-60, a 60-150, t 90-120');
    actions.move(-1);
    expect(labels()).toEqual(['Move', 'Move the clip']);
  });

  test('is copied and pasted at the playhead, and the new things are chosen', () => {
    edit.select(['t']);
    actions.copy();
    expect(said()).toBe('Copied');
    edit.seek(100);
    actions.paste();
    expect(places()).toBe('a 0-90, b 90-150, t 20-50, new 110-140');
    expect(useEditor.getState().selection).toEqual([useEditor.getState().timeline.texts[1]?.id]);
    open('another work');
    actions.paste();
    expect(said()).toBe('Nothing was copied here');
  });

  test('is cut out, duplicated, deleted, and all of it is chosen at once', () => {
    edit.select(['b']);
    actions.cutOut();
    expect(places()).toBe('a 0-90, t 20-50');
    edit.select(['a', 't']);
    actions.duplicate();
    expect(places()).toBe('a 0-90, new 90-180, t 20-50, new 20-50');
    actions.chooseAll();
    expect(said()).toBe('4 things chosen');
    actions.remove('ripple');
    expect(places()).toBe('');
    edit.undo();
    expect(places()).toBe('a 0-90, new 90-180, t 20-50, new 20-50');
  });

  test('is nothing where nothing is, which is said', () => {
    actions.remove('lift');
    actions.duplicate();
    actions.move(1);
    actions.copy();
    expect([said(), labels()]).toEqual(['Nothing is chosen', []]);
  });
});
