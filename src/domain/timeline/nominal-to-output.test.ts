import type { TimelineClip } from '#contract/timeline.ts';
import type { TransitionType } from '#contract/scene.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinsOf, nominalToOutput, outputLengthFrames, placeClips, spanToOutput } from './nominal-to-output.ts';

function aClip(startFrame: number, endFrame: number, transition: TimelineClip['transition'] = null): TimelineClip {
  return {
    id: `clip_${startFrame}`,
    media: { sha256: '0'.repeat(64), kind: 'video' },
    startFrame,
    endFrame,
    sourceStartFrame: 0,
    volume: 1,
    muted: false,
    transition,
  };
}

const fade = (durationFrames: number, type: TransitionType = 'fade') => ({ type, durationFrames });

describe('nominal time and the time of the film', () => {
  const twoClips = [aClip(0, 180, fade(15)), aClip(180, 360)];

  test('two clips of 6 s with a fade of 0.5 s make 11.5 s, and a text at 7-9 s is seen at 6.5-8.5 s', () => {
    expect(outputLengthFrames({ clips: twoClips })).toBe(345);
    expect(spanToOutput({ startFrame: 210, endFrame: 270 }, joinsOf(twoClips))).toEqual({
      startFrame: 195,
      endFrame: 255,
    });
  });

  test('a moment before the join stays, the join itself moves', () => {
    const joins = joinsOf(twoClips);
    expect([0, 179, 180, 360].map((frame) => nominalToOutput(frame, joins))).toEqual([0, 179, 165, 345]);
  });

  test('a text as long as its clip stays to the end of the transition', () => {
    expect(spanToOutput({ startFrame: 0, endFrame: 180 }, joinsOf(twoClips))).toEqual({ startFrame: 0, endFrame: 180 });
  });

  test('a short text over the join keeps half of its length', () => {
    expect(spanToOutput({ startFrame: 174, endFrame: 186 }, joinsOf(twoClips))).toEqual({
      startFrame: 174,
      endFrame: 180,
    });
  });

  test('the transition lies where both clips are seen', () => {
    expect(
      placeClips(twoClips).map(({ startFrame, endFrame, transition }) => ({ startFrame, endFrame, transition })),
    ).toEqual([
      { startFrame: 0, endFrame: 180, transition: { type: 'fade', startFrame: 165, endFrame: 180 } },
      { startFrame: 165, endFrame: 345, transition: null },
    ]);
  });

  test('a transition is clamped to half of the shorter neighbour', () => {
    expect(outputLengthFrames({ clips: [aClip(0, 180, fade(60)), aClip(180, 201)] })).toBe(191);
  });

  test('across a gap there is no transition', () => {
    const clips = [aClip(0, 100, fade(15)), aClip(110, 200)];
    expect(outputLengthFrames({ clips })).toBe(200);
    expect(placeClips(clips)[0]?.transition).toBeNull();
  });

  test('the last clip’s transition is ignored', () => {
    expect(outputLengthFrames({ clips: [aClip(0, 100, fade(15))] })).toBe(100);
  });

  test('clips that overlap already are not overlapped again', () => {
    const clips = [aClip(0, 180, fade(15)), aClip(165, 360)];
    expect(outputLengthFrames({ clips })).toBe(360);
    expect(placeClips(clips)[0]).toMatchObject({ endFrame: 180, transition: { startFrame: 165, endFrame: 180 } });
  });

  test('clips that overlap without a transition cut to the later one', () => {
    expect(placeClips([aClip(0, 180), aClip(165, 360)])[0]).toMatchObject({ endFrame: 165, transition: null });
  });

  test('a cut with a length overlaps nothing', () => {
    expect(outputLengthFrames({ clips: [aClip(0, 100, fade(15, 'cut')), aClip(100, 200)] })).toBe(200);
  });

  test('an empty timeline is no film', () => {
    expect(outputLengthFrames({ clips: [] })).toBe(0);
  });

  test('the film is the sum of the clips less the sum of the overlaps, and no frame of it is empty', () => {
    const lengths = fc.array(
      fc.record({ frames: fc.integer({ min: 1, max: 300 }), fade: fc.integer({ min: 0, max: 80 }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(lengths, (parts) => {
        let at = 0;
        const clips = parts.map((part) => {
          const clip = aClip(at, at + part.frames, fade(part.fade));
          at += part.frames;
          return clip;
        });
        const overlaps = joinsOf(clips).reduce((sum, join) => sum + join.overlapFrames, 0);
        const placed = placeClips(clips);
        expect(outputLengthFrames({ clips })).toBe(at - overlaps);
        for (const [place, clip] of placed.entries()) {
          const next = placed[place + 1];
          if (next === undefined) continue;
          expect(next.startFrame).toBe(clip.transition?.startFrame ?? clip.endFrame);
          expect(clip.transition?.endFrame ?? clip.endFrame).toBe(clip.endFrame);
          // Two transitions never touch the same frame: three pictures at once are not drawn.
          expect(clip.transition?.startFrame ?? clip.endFrame).toBeGreaterThanOrEqual(placed[place - 1]?.endFrame ?? 0);
        }
      }),
      { verbose: true },
    );
  });
});
