import { describe, expect, test } from 'vitest';
import { outputLengthFrames } from '../timeline/nominal-to-output.ts';
import { closeGap, gapsOf } from './close-gap.ts';
import { deleteItems } from './delete-items.ts';
import { filmSpanOf } from './film-spans.ts';
import { anEdit, placesOf } from './fixture/an-edit.ts';
import { insertClip } from './insert-clip.ts';
import { findItem } from './items.ts';
import { reorderClips } from './reorder-clips.ts';
import { settleClips } from './settle-clips.ts';
import { trimClip } from './trim-clip.ts';
import type { Timeline } from '#contract/timeline.ts';

const row = (texts: Record<string, readonly [number, number]> = {}) => anEdit([90, 60, 120], { texts, music: true });
const newClip = { id: 'new', media: { sha256: '9'.repeat(64), kind: 'video' as const }, lengthFrames: 30 };
const seen = (edit: Timeline, id: string) => {
  const item = findItem(edit, id);
  if (item === null) return null;
  const { startFrame, endFrame } = filmSpanOf(edit, item);
  return [startFrame, endFrame];
};

describe('a clip that is put in', () => {
  test('moves everything after it, and what lies over that; the music stays', () => {
    const edit = insertClip(row({ before: [10, 100], after: [90, 120] }), { clip: newClip, index: 1 });
    expect(placesOf(edit)).toBe('a 0-90, new 90-120, b 120-180, c 180-300, before 10-100, after 120-150, music 0-');
  });

  test('goes to the end where the index is beyond it', () => {
    expect(placesOf(insertClip(row(), { clip: newClip, index: 99 }))).toContain('c 150-270, new 270-300');
  });

  test('is the whole film where there was none', () => {
    expect(placesOf(insertClip(anEdit([]), { clip: newClip, index: 0 }))).toBe('new 0-30');
  });
});

describe('a clip that is taken away', () => {
  test('takes its time and what lay over it with it, and shortens what reached over it', () => {
    const edit = row({ gone: [95, 140], from: [60, 100], over: [60, 200], into: [120, 180], after: [150, 160] });
    expect(placesOf(deleteItems(edit, { ids: ['b'], mode: 'ripple' }))).toBe(
      'a 0-90, c 90-210, from 60-90, over 60-140, into 90-120, after 90-100, music 0-',
    );
  });

  test('leaves a gap where it is lifted, and nothing else moves', () => {
    const edit = deleteItems(row({ over: [95, 140] }), { ids: ['b'], mode: 'lift' });
    expect(placesOf(edit)).toBe('a 0-90, c 150-270, over 95-140, music 0-');
    expect(gapsOf(edit)).toEqual([{ startFrame: 90, endFrame: 150, beforeId: 'c' }]);
    expect(placesOf(closeGap(edit, { beforeId: 'c' }))).toBe('a 0-90, c 90-210, music 0-');
  });

  test('leaves everything else when it is seen where it is lifted out of transitions, whose overlaps the gap makes up for', () => {
    const edit = anEdit([{ frames: 180, fade: 20 }, { frames: 90, fade: 30 }, 120], {
      texts: { over: [190, 280], after: [290, 320] },
      voices: { v: [280, 300] },
    });
    const lifted = deleteItems(edit, { ids: ['b'], mode: 'lift' });
    expect(placesOf(lifted)).toBe('a 0-180, c 220-340, over 170-230, after 240-270, v 230-250');
    for (const id of ['a', 'c', 'over', 'after', 'v']) expect(seen(lifted, id)).toEqual(seen(edit, id));
    expect(outputLengthFrames(lifted)).toBe(outputLengthFrames(edit));
  });

  test('leaves a cut where it is lifted and was nothing but its transitions', () => {
    const edit = anEdit([{ frames: 90, fade: 30 }, { frames: 60, fade: 30 }, 90]);
    const lifted = deleteItems(edit, { ids: ['b'], mode: 'lift' });
    expect(placesOf(lifted)).toBe('a 0-90, c 90-180');
    expect(lifted.clips[0]?.transition).toBeNull();
  });

  test('goes together with others, wherever they are', () => {
    expect(placesOf(deleteItems(row({ t: [0, 9], u: [160, 170] }), { ids: ['a', 't', 'c'], mode: 'ripple' }))).toBe(
      'b 0-60, music 0-',
    );
  });

  test('leaves a voice whole that began before it, and beheads one that began over it', () => {
    const edit = anEdit([90, 60, 120], { voices: { before: [60, 120], within: [100, 140], from: [120, 180] } });
    const cut = deleteItems(edit, { ids: ['b'], mode: 'ripple' });
    expect(placesOf(cut)).toBe('a 0-90, c 90-210, before 60-120, from 90-120');
    expect(cut.audio.map(({ sourceStartFrame }) => sourceStartFrame)).toEqual([0, 30]);
  });

  test('leaves the edit as it is where there is none of that id', () => {
    const edit = row();
    expect(deleteItems(edit, { ids: ['nobody'], mode: 'ripple' })).toBe(edit);
  });
});

describe('a clip that is trimmed', () => {
  test('at its end ends earlier, and what comes later comes earlier', () => {
    const edit = trimClip(row({ end: [80, 90], after: [90, 100] }), {
      id: 'a',
      edge: 'end',
      byFrames: -20,
      sourceFrames: 300,
    });
    expect(placesOf(edit)).toBe('a 0-70, b 70-130, c 130-250, after 70-80, music 0-');
  });

  test('at its end takes its texts out of the way of the next picture, if they were', () => {
    const texts = { long: [10, 70], into: [10, 85], late: [62, 70], early: [10, 40] } as const;
    const edit = trimClip(anEdit([{ frames: 90, fade: 15 }, 90], { texts }), {
      id: 'a',
      edge: 'end',
      byFrames: -20,
      sourceFrames: 300,
    });
    expect(seen(edit, 'b')).toEqual([55, 145]);
    expect(seen(edit, 'long')).toEqual([10, 55]);
    expect(seen(edit, 'into')).toEqual([10, 70]); // reached into the transition: it still does
    expect(seen(edit, 'late')).toEqual([62, 70]); // there is nowhere else for it: better seen there than lost
    expect(seen(edit, 'early')).toEqual([10, 40]);
  });

  test('at its beginning shows its source from later on, over which its texts stay', () => {
    const edit = trimClip(row({ t: [100, 140] }), { id: 'b', edge: 'start', byFrames: 5, sourceFrames: 300 });
    expect(placesOf(edit)).toBe('a 0-90, b 90-145, c 145-265, t 95-135, music 0-');
    expect(edit.clips[1]?.sourceStartFrame).toBe(5);
  });

  test('there and back again is what it was', () => {
    const edit = anEdit([90, { frames: 60, source: 30 }], { texts: { t: [110, 140] } });
    const trim = { id: 'b', edge: 'start' as const, sourceFrames: 300 };
    expect(trimClip(trimClip(edit, { ...trim, byFrames: -12 }), { ...trim, byFrames: 12 })).toEqual(edit);
  });

  test.each([
    ['before its source begins', 'start', -50, 'b 90-180', 0],
    ['to nothing', 'start', 500, 'b 90-91', 89],
    ['past the end of its source', 'end', 500, 'b 90-360', 30],
    ['to nothing from its end', 'end', -500, 'b 90-91', 30],
  ] as const)('is never trimmed %s', (_, edge, byFrames, place, source) => {
    const edit = trimClip(anEdit([90, { frames: 60, source: 30 }]), { id: 'b', edge, byFrames, sourceFrames: 300 });
    expect(placesOf(edit)).toBe(`a 0-90, ${place}`);
    expect(edit.clips[1]?.sourceStartFrame).toBe(source);
  });

  test('that is longer than its source keeps its length until it is made shorter', () => {
    const edit = anEdit([90]);
    expect(trimClip(edit, { id: 'a', edge: 'end', byFrames: 10, sourceFrames: 60 })).toBe(edit);
  });
});

describe('clips in another order', () => {
  test('take what lies over them along', () => {
    const edit = reorderClips(row({ overC: [160, 170], overA: [10, 20], beyond: [270, 280] }), {
      ids: ['c'],
      index: 0,
    });
    expect(placesOf(edit)).toBe('c 0-120, a 120-210, b 210-270, overC 10-20, overA 130-140, beyond 270-280, music 0-');
  });

  test('leave gaps where they are', () => {
    const edit = anEdit([90, { frames: 60, gap: 15 }, 120]);
    expect(placesOf(reorderClips(edit, { ids: ['c'], index: 0 }))).toBe('c 0-120, a 120-210, b 225-285');
    expect(placesOf(reorderClips(edit, { ids: ['a'], index: 1 }))).toBe('b 15-75, a 75-165, c 165-285');
    expect(placesOf(reorderClips(edit, { ids: ['c', 'a'], index: 1 }))).toBe('b 15-75, a 75-165, c 165-285');
  });

  test('that is theirs already change nothing', () => {
    const edit = anEdit([90, { frames: 60, gap: 15 }, 120]);
    expect(reorderClips(edit, { ids: ['b'], index: 1 })).toBe(edit);
  });
});

describe('what is seen over a picture', () => {
  const faded = anEdit([{ frames: 180, fade: 15 }, { frames: 180, fade: 30 }, 180], { texts: { t: [400, 430] } });

  test('stays over it when something before it gets longer or shorter', () => {
    const [start = 0] = seen(faded, 'c') ?? [];
    const [text = 0] = seen(faded, 't') ?? [];
    const shorter = trimClip(faded, { id: 'a', edge: 'end', byFrames: -40, sourceFrames: null });
    expect(seen(shorter, 't')?.[0]).toBe((seen(shorter, 'c')?.[0] ?? 0) + text - start);
    expect(outputLengthFrames(shorter)).toBe(outputLengthFrames(faded) - 40);
  });
});

describe('clips that a client wrote over one another', () => {
  test('become a row that shows the same film, with the texts where they were seen', () => {
    const edit = anEdit([{ frames: 180, fade: 15 }, 180, 60], { texts: { t: [200, 230] }, voices: { v: [300, 320] } });
    const over = {
      ...edit,
      clips: edit.clips.map((clip, place) => ({
        ...clip,
        startFrame: clip.startFrame - Math.min(place, 1) * 15,
        endFrame: clip.endFrame - Math.min(place, 1) * 15,
      })),
    };
    const settled = settleClips(over);
    expect(placesOf(settled)).toBe('a 0-180, b 180-360, c 360-420, t 215-245, v 315-335');
    expect(outputLengthFrames(settled)).toBe(outputLengthFrames(over));
    expect(seen(settled, 't')).toEqual(seen(over, 't'));
    expect(settleClips(edit)).toBe(edit);
  });
});
