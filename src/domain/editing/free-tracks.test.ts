import { describe, expect, test } from 'vitest';
import type { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from '../timeline/nominal-to-output.ts';
import { addAudio, addText } from './add-free.ts';
import { bringInTakes, changedTakes } from './bring-in-takes.ts';
import { copyItems, pasteItems } from './clipboard.ts';
import { duplicateItems } from './duplicate-items.ts';
import { filmSpanOf } from './film-spans.ts';
import { anEdit, placesOf } from './fixture/an-edit.ts';
import { findItem } from './items.ts';
import { canJoin, joinItems } from './join-items.ts';
import { addMarker, markersInFilm, moveMarker, removeMarker, renameMarker } from './markers.ts';
import { moveFree } from './move-free.ts';
import { setLoudness } from './set-loudness.ts';
import { setAudio, setClips, setTexts } from './set-properties.ts';
import { longestTransition, setTransition } from './set-transition.ts';
import { isSplitTooNearTransition, nearestSplitFrame, splitItem } from './split-item.ts';
import { trimFree } from './trim-free.ts';

const SECOND = 30;
/** Two clips of 6 s with a fade of 0.5 s: a film of 11.5 s. */
const faded = (over: Parameters<typeof anEdit>[1] = {}) =>
  anEdit([{ frames: 6 * SECOND, fade: SECOND / 2 }, 6 * SECOND], over);
const text = { id: 't', text: 'words', fontSize: 60 };
const styled = { ...anEdit([], { texts: { t: [0, 1] } }).texts[0], ...text } as Timeline['texts'][number];
const seen = (edit: Timeline, id: string) => {
  const item = findItem(edit, id);
  if (item === null) return null;
  const { startFrame, endFrame } = filmSpanOf(edit, item);
  return [startFrame, endFrame];
};

describe('a text dropped on the film', () => {
  test('at 6.5 s stands at 7 s of nominal time, and goes on being seen there when it is moved away and back', () => {
    const dropped = addText(faded(), { text: styled, seen: { startFrame: 195, endFrame: 255 } });
    expect(dropped.texts[0]).toMatchObject({ startFrame: 7 * SECOND, endFrame: 9 * SECOND });
    expect(seen(dropped, 't')).toEqual([195, 255]);
    const moved = moveFree(dropped, { ids: ['t'], byFrames: -150 });
    expect(moved.texts[0]).toMatchObject({ startFrame: 45, endFrame: 105 });
    expect(seen(moveFree(moved, { ids: ['t'], byFrames: 150 }), 't')).toEqual([195, 255]);
  });
});

describe('what is moved', () => {
  test('goes together, keeps its distance and its length, and stays within the film', () => {
    const edit = faded({ texts: { t: [30, 60], u: [210, 270] }, voices: { v: [200, 230] } });
    const later = moveFree(edit, { ids: ['t', 'u', 'v'], byFrames: 900 });
    expect([seen(later, 't'), seen(later, 'u'), seen(later, 'v')]).toEqual([
      [120, 150],
      [285, 345],
      [275, 305],
    ]);
    const earlier = moveFree(edit, { ids: ['t', 'u'], byFrames: -900 });
    expect([seen(earlier, 't'), seen(earlier, 'u')]).toEqual([
      [0, 30],
      [165, 225],
    ]);
  });

  test('is the edit itself where it can go no further', () => {
    const edit = faded({ texts: { t: [0, 60] }, music: true });
    expect(moveFree(edit, { ids: ['t'], byFrames: -5 })).toBe(edit);
    expect(moveFree(edit, { ids: ['a'], byFrames: 5 })).toBe(edit);
  });
});

describe('what is trimmed', () => {
  test('keeps its other edge where it is seen', () => {
    const edit = faded({ texts: { t: [150, 250] } }); // across the fade: seen at 150 to 235
    expect(seen(trimFree(edit, { id: 't', edge: 'start', toFrame: 200 }), 't')).toEqual([200, 235]);
    expect(seen(trimFree(edit, { id: 't', edge: 'end', toFrame: 170 }), 't')).toEqual([150, 170]);
    expect(seen(trimFree(edit, { id: 't', edge: 'end', toFrame: 9999 }), 't')).toEqual([150, 345]);
    expect(seen(trimFree(edit, { id: 't', edge: 'start', toFrame: 9999 }), 't')).toEqual([234, 235]);
  });

  test('is heard at each moment as before, and no longer than it is', () => {
    const edit = faded({ voices: { v: [200, 230] } });
    const later = trimFree(edit, { id: 'v', edge: 'start', toFrame: 195 });
    expect(later.audio[0]).toMatchObject({ startFrame: 210, endFrame: 230, sourceStartFrame: 10 });
    expect(trimFree(later, { id: 'v', edge: 'start', toFrame: 0 }).audio).toEqual(edit.audio);
    expect(seen(trimFree(edit, { id: 'v', edge: 'end', toFrame: 300, sourceFrames: 45 }), 'v')).toEqual([185, 230]);
  });

  test('as music ends with the film again when its end is drawn to the end', () => {
    const edit = faded({ music: true });
    const short = trimFree(edit, { id: 'music', edge: 'end', toFrame: 100 });
    expect(short.audio[0]).toMatchObject({ startFrame: 0, endFrame: 100 });
    expect(trimFree(short, { id: 'music', edge: 'end', toFrame: 400 }).audio).toEqual(edit.audio);
  });
});

describe('a cut in two', () => {
  const edit = faded({ texts: { t: [100, 250] }, voices: { v: [200, 260] }, music: true });

  test.each([
    [
      'a',
      60,
      [
        [0, 60],
        [60, 180],
      ],
    ],
    [
      'b',
      200,
      [
        [165, 200],
        [200, 345],
      ],
    ],
    [
      't',
      170,
      [
        [100, 170],
        [170, 235],
      ],
    ],
    [
      'v',
      200,
      [
        [185, 200],
        [200, 245],
      ],
    ],
    [
      'music',
      100,
      [
        [0, 100],
        [100, 345],
      ],
    ],
  ] as const)('of %s shows at each frame what it showed, and joined it is whole', (id, frame, spans) => {
    const cut = splitItem(edit, { id, frame, newId: 'new' });
    expect([seen(cut, id), seen(cut, 'new')]).toEqual(spans);
    expect(canJoin(cut, ['new', id])).toBe(true);
    expect(joinItems(cut, { ids: ['new', id] })).toEqual(edit);
  });

  test.each([
    ['at its first frame', 'b', 165],
    ['at its end', 'a', 180],
    ['elsewhere', 't', 20],
  ])('%s is refused', (_, id, frame) => {
    expect(splitItem(edit, { id, frame, newId: 'new' })).toBe(edit);
  });

  test.each([
    ['in a transition', 'a', 170],
    ['shortly before a transition, which would get shorter', 'a', 151],
    ['shortly after a transition, which would get shorter', 'b', 194],
  ])('%s is refused, and says so, and where it can be', (_, id, frame) => {
    expect(splitItem(edit, { id, frame, newId: 'new' })).toBe(edit);
    expect(isSplitTooNearTransition(edit, { id, frame, newId: 'new' })).toBe(true);
    const near = nearestSplitFrame(edit, { id, frame, newId: 'new' });
    expect(near).toBe(id === 'a' ? 150 : 195);
  });

  test('twice its length away from a transition is made, and leaves the film as long as it was', () => {
    for (const [id, frame] of [
      ['a', 150],
      ['b', 195],
    ] as const) {
      const cut = splitItem(edit, { id, frame, newId: 'new' });
      expect(cut.clips).toHaveLength(3);
      expect(outputLengthFrames(cut)).toBe(outputLengthFrames(edit));
      expect(seen(cut, 't')).toEqual(seen(edit, 't'));
      expect(isSplitTooNearTransition(edit, { id, frame, newId: 'new' })).toBe(false);
    }
  });

  test('is joined only where both are halves of one', () => {
    expect(canJoin(edit, ['a', 'b'])).toBe(false);
    const cut = splitItem(splitItem(edit, { id: 'a', frame: 60, newId: 'x' }), { id: 'x', frame: 90, newId: 'y' });
    expect(canJoin(cut, ['a', 'y'])).toBe(false);
    const words = splitItem(edit, { id: 't', frame: 150, newId: 'u' });
    expect(canJoin(setTexts(words, { ids: ['u'], changes: { text: 'other' } }), ['t', 'u'])).toBe(false);
  });

  test('comes and goes once', () => {
    const moving = setTexts(edit, {
      ids: ['t'],
      changes: { animation: { in: 'rise', out: 'fade', inFrames: 9, outFrames: 6, staggerFrames: 2 } },
    });
    const cut = splitItem(moving, { id: 't', frame: 150, newId: 'u' });
    expect(cut.texts.map(({ animation }) => [animation?.in, animation?.out])).toEqual([
      ['rise', 'none'],
      ['none', 'fade'],
    ]);
    expect(joinItems(cut, { ids: ['t', 'u'] })).toEqual(moving);
  });
});

describe('a transition', () => {
  test('is at most half of the shorter neighbour, and none where no clip follows', () => {
    const edit = anEdit([90, 40, { frames: 90, gap: 5 }]);
    expect(['a', 'b', 'c'].map((id) => longestTransition(edit, id))).toEqual([20, 0, 0]);
    const all = setTransition(edit, { ids: ['a', 'b', 'c'], type: 'wipeleft', durationFrames: 999 });
    expect(all.clips.map(({ transition }) => transition)).toEqual([
      { type: 'wipeleft', durationFrames: 20 },
      null,
      null,
    ]);
    expect(setTransition(all, { ids: ['a'], type: 'wipeleft', durationFrames: 30 })).toBe(all);
    expect(setTransition(all, { ids: ['a'], type: 'cut', durationFrames: 30 })).toEqual(edit);
  });
});

describe('what is copied', () => {
  test('is pasted at the nearest cut, with what was copied over it', () => {
    const edit = faded({ texts: { t: [30, 60] }, voices: { v: [10, 40] } });
    const clipboard = copyItems(edit, ['a', 't', 'v']);
    if (clipboard === null) throw new Error('nothing was copied');
    expect(clipboard.count).toBe(3);
    const pasted = pasteItems(edit, { clipboard, frame: 340, newIds: ['c', 't2', 'v2'] });
    expect(placesOf(pasted)).toBe('a 0-180, b 180-360, c 360-540, t 30-60, t2 390-420, v 10-40, v2 370-400');
  });

  test('without a clip is pasted at just that frame of the film', () => {
    const edit = faded({ texts: { t: [30, 60], u: [50, 90] } });
    const clipboard = copyItems(edit, ['t', 'u']);
    if (clipboard === null) throw new Error('nothing was copied');
    const pasted = pasteItems(edit, { clipboard, frame: 200, newIds: ['t2', 'u2'] });
    expect([seen(pasted, 't2'), seen(pasted, 'u2')]).toEqual([
      [200, 230],
      [220, 260],
    ]);
    expect(copyItems(edit, ['nobody'])).toBeNull();
  });

  test('stands beside what it is a second one of', () => {
    const edit = faded({ texts: { t: [30, 60] }, voices: { v: [10, 40] }, music: true });
    const twice = duplicateItems(edit, { ids: ['v', 't', 'a', 'music'], newIds: ['v2', 't2', 'a2', 'music2'] });
    expect(placesOf(twice)).toBe('a 0-180, a2 180-360, b 360-540, t 30-60, t2 30-60, music 0-, v 10-40, v2 40-70');
    expect(twice.texts[1]).toMatchObject({ centerX: 36, centerY: 36 });
  });
});

describe('a marker', () => {
  test('stands at a frame of the film, and stays with its picture', () => {
    const edit = addMarker(faded(), { id: 'm', frame: 200, label: '' });
    expect(edit.markers).toEqual([{ id: 'm', frame: 215, label: '' }]);
    expect(addMarker(edit, { id: 'n', frame: 200, label: '' })).toBe(edit);
    const cut = setTransition(edit, { ids: ['a'], type: 'cut', durationFrames: 0 });
    expect(markersInFilm(cut)).toMatchObject([{ frame: 215 }]);
    const named = renameMarker(moveMarker(edit, { id: 'm', frame: 10 }), { id: 'm', label: 'here' });
    expect(named.markers).toEqual([{ id: 'm', frame: 10, label: 'here' }]);
    expect(removeMarker(named, { id: 'm' })).toEqual(faded());
  });
});

describe('what a thing is', () => {
  test('is changed within its bounds, and is the edit itself where nothing changes', () => {
    const edit = faded({ texts: { t: [30, 60] }, music: true });
    expect(setTexts(edit, { ids: ['t'], changes: { fontSize: 60, text: 't' } })).toBe(edit);
    const plate = { color: '#000000', opacity: 1, paddingX: 8, paddingY: 8, radius: 4, feather: 0 };
    const plated = setTexts(edit, { ids: ['t'], changes: { fontSize: 9999, background: plate } });
    expect(plated.texts[0]).toMatchObject({ fontSize: 2000, background: plate });
    expect(setTexts(plated, { ids: ['t'], changes: { fontSize: 60, background: undefined } })).toEqual(edit);
    expect(setAudio(edit, { ids: ['music'], changes: { volume: -1 } }).audio[0]?.volume).toBe(0);
    expect(setClips(edit, { ids: ['a', 'b'], changes: { muted: true } }).clips.every(({ muted }) => muted)).toBe(true);
    expect(setLoudness(edit, { lufs: null })).toBe(edit);
    expect(setLoudness(edit, { lufs: -14 }).loudnessLufs).toBe(-14);
  });

  test('is added where it is heard', () => {
    const track = {
      ...(faded({ music: true }).audio[0] as Timeline['audio'][number]),
      id: 'v',
      kind: 'voice' as const,
    };
    const edit = addAudio(faded(), { track, startFrame: 200, lengthFrames: 60 });
    expect(edit.audio[0]).toMatchObject({ startFrame: 215, endFrame: 275 });
    expect(seen(edit, 'v')).toEqual([200, 260]);
  });
});

describe('a scene that shows another take', () => {
  const edit = { ...anEdit([90, { frames: 60, source: 50 }]) };
  const scened = { ...edit, clips: edit.clips.map((clip) => ({ ...clip, sceneId: `scn_${clip.id}` })) };
  const take = { sha256: '7'.repeat(64), kind: 'video' as const, takeId: 'tak_2' };

  test('is offered, and brought in without moving anything', () => {
    const scenes = [
      { sceneId: 'scn_a', media: scened.clips[0]?.media ?? null },
      { sceneId: 'scn_b', media: take },
      { sceneId: 'scn_c', media: take },
    ];
    const changes = changedTakes(scened, scenes);
    expect(changes).toEqual([{ clipId: 'b', sceneId: 'scn_b', media: take }]);
    const newer = bringInTakes(scened, { takes: changes, sourceFrames: () => 90 });
    expect(placesOf(newer)).toBe(placesOf(scened));
    expect(newer.clips[1]).toMatchObject({ media: take, sourceStartFrame: 30 });
    expect(changedTakes(newer, scenes)).toEqual([]);
  });
});
