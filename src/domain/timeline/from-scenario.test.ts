import { Timeline } from '#contract/timeline.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timelineFromScenario, type SceneToPlace } from './from-scenario.ts';
import { joinsOf, outputLengthFrames, placeClips, spanToOutput } from './nominal-to-output.ts';
import { clipDurationsS } from './scene-lengths.ts';

const fps = { num: 30, den: 1 };
const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const square = { width: 1080, height: 1080 };

function aScene(place: number, durationS: number, more: Partial<SceneToPlace> = {}): SceneToPlace {
  return {
    id: `scn_${place}`,
    durationS,
    transition: 'fade',
    clip: { media: { sha256: String(place % 10).repeat(64), kind: 'video' }, frameCount: 10_000 },
    ...more,
  };
}

const fifteenSeconds = [3.75, 2.5, 2.5, 2.5, 3.75];

describe('a film from a scenario', () => {
  test('15 s of scenes with transitions is a film of exactly 15 s', () => {
    const timeline = timelineFromScenario({
      scenes: fifteenSeconds.map((durationS, place) => aScene(place, durationS)),
      fps,
      ...portrait,
    });
    expect(outputLengthFrames(timeline)).toBe(450);
    expect(placeClips(timeline.clips).map((clip) => clip.startFrame)).toEqual([0, 113, 188, 263, 338]);
    for (const [place, clip] of timeline.clips.entries()) {
      expect(timeline.clips[place + 1]?.startFrame ?? clip.endFrame).toBe(clip.endFrame);
    }
  });

  test('a clip is asked for as long as its scene and its outgoing transition', () => {
    const asked = clipDurationsS([aScene(0, 3), aScene(1, 2, { transition: 'cut' }), aScene(2, 3)], { fps });
    expect(asked).toEqual([3.6, 2, 3]);
  });

  test('transitions follow the tempo', () => {
    const fades = (tempo: 'fast' | 'slow') =>
      timelineFromScenario({ scenes: [aScene(0, 3), aScene(1, 3)], fps, tempo, ...portrait }).clips[0]?.transition
        ?.durationFrames;
    expect([fades('fast'), fades('slow')]).toEqual([12, 24]);
  });

  test('clips that just cover their scenes get a shorter transition, and the film keeps its length', () => {
    const scenes = [aScene(0, 3, { clip: { ...aScene(0, 3).clip, frameCount: 90 } }), aScene(1, 3)];
    const timeline = timelineFromScenario({ scenes, fps, ...portrait });
    expect(timeline.clips[0]?.transition).toEqual({ type: 'fade', durationFrames: 9 });
    expect(outputLengthFrames(timeline)).toBe(180);
  });

  test('an unknown transition is a cut', () => {
    const timeline = timelineFromScenario({
      scenes: [aScene(0, 3, { transition: 'star spin' }), aScene(1, 3)],
      fps,
      ...portrait,
    });
    expect(timeline.clips[0]?.transition).toBeNull();
  });

  test('music runs under the whole film and fades', () => {
    const music = { sha256: 'a'.repeat(64), kind: 'audio' } as const;
    const { audio } = timelineFromScenario({ scenes: [aScene(0, 3)], fps, music, ...portrait });
    expect(audio).toMatchObject([{ kind: 'music', media: music, startFrame: 0, fadeInFrames: 9, fadeOutFrames: 48 }]);
  });

  test('any scenes give a valid timeline of their summed length, with words only where their own scene is seen', () => {
    const anyScene = fc.record({
      durationS: fc.double({ min: 0.2, max: 20, noNaN: true }),
      transition: fc.constantFrom('cut', 'fade', 'wipe', 'slideup', 'nonsense'),
      text: fc.oneof(fc.constant(''), fc.lorem({ maxCount: 12 })),
      frameCount: fc.integer({ min: 1, max: 700 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyScene, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(portrait, landscape, square),
        fc.constantFrom(fps, { num: 30000, den: 1001 }, { num: 24, den: 1 }),
        (parts, frame, rate) => {
          const scenes = parts.map((part, place) =>
            aScene(place, part.durationS, {
              transition: part.transition,
              textOverlay: part.text,
              clip: { ...aScene(place, 1).clip, frameCount: part.frameCount },
            }),
          );
          const timeline = timelineFromScenario({ scenes, fps: rate, ...frame });
          expect(Timeline.parse(timeline)).toEqual(timeline);
          const totalS = parts.reduce((sum, part) => sum + part.durationS, 0);
          expect(outputLengthFrames(timeline)).toBe(Math.floor((totalS * rate.num) / rate.den + 0.5 + 1e-6));
          const placed = placeClips(timeline.clips);
          const joins = joinsOf(timeline.clips);
          for (const text of timeline.texts) {
            const place = Number(/\d+/.exec(text.id)?.[0]);
            const seen = spanToOutput(text, joins);
            expect(seen.startFrame).toBeGreaterThanOrEqual(placed[place]?.startFrame ?? Infinity);
            expect(seen.endFrame).toBeLessThanOrEqual(
              placed[place]?.transition?.startFrame ?? placed[place]?.endFrame ?? 0,
            );
            expect(seen.endFrame - seen.startFrame).toBe(text.endFrame - text.startFrame);
          }
        },
      ),
      { verbose: true, numRuns: 60 },
    );
  });
});

describe('words over the picture', () => {
  const oneScene = (textOverlay: string, more: Partial<SceneToPlace> = {}, frame = portrait) =>
    timelineFromScenario({ scenes: [aScene(0, 4, { textOverlay, ...more }), aScene(1, 4)], fps, ...frame }).texts;

  test('a short headline is large, a longer one goes on two even lines', () => {
    expect(oneScene('Meet Alba.')[0]).toMatchObject({
      text: 'Meet Alba.',
      align: 'left',
      animation: { in: 'rise', out: 'fade' },
    });
    expect(oneScene('Good skin starts with a drop.')[0]?.text).toBe('Good skin starts\nwith a drop.');
    expect(oneScene('Three drops. Every morning.')[0]?.text).toBe('Three drops.\nEvery morning.');
    expect(oneScene('Meet Alba.')[0]?.fontSize).toBe(124);
  });

  test('the margin is the same whatever the words', () => {
    const left = (text: string) => {
      const overlay = oneScene(text)[0];
      return Math.round((overlay?.centerX ?? 0) - (overlay?.maxWidth ?? 0) / 2 + 540);
    };
    expect(new Set(['Hi.', 'Meet Alba.', 'Keeps water cold for 24 hours'].map(left))).toEqual(new Set([86]));
  });

  test('words stay until they are read: 15 characters a second, at least 1.2 s', () => {
    const text = 'Keeps water cold for a day and a night.';
    const [overlay] = timelineFromScenario({
      scenes: [aScene(0, 3), aScene(1, 3.2, { textOverlay: text }), aScene(2, 3)],
      fps,
      ...portrait,
    }).texts;
    expect(((overlay?.endFrame ?? 0) - (overlay?.startFrame ?? 0)) / 30).toBeGreaterThanOrEqual(text.length / 15);
    const [brief] = timelineFromScenario({
      scenes: [aScene(0, 3), aScene(1, 1.3, { textOverlay: 'Go.' }), aScene(2, 3)],
      fps,
      ...portrait,
    }).texts;
    expect(((brief?.endFrame ?? 0) - (brief?.startFrame ?? 0)) / 30).toBeGreaterThanOrEqual(1.2);
  });

  test('the last scene’s second line is a call to action in a pill, and both stay to the end', () => {
    const { texts, clips } = timelineFromScenario({
      scenes: [aScene(0, 3), aScene(1, 4, { textOverlay: 'Wake up with Alba.\nTry the first bottle' })],
      fps,
      ...portrait,
    });
    expect(texts.map(({ text }) => text)).toEqual(['Wake up with Alba.', 'Try the first bottle']);
    expect(texts[1]).toMatchObject({ background: { color: texts[0]?.fontColor, radius: 52 }, align: 'center' });
    expect(texts.map(({ endFrame, animation }) => [endFrame, animation?.out])).toEqual([
      [clips[1]?.endFrame, 'none'],
      [clips[1]?.endFrame, 'none'],
    ]);
  });

  test('the picture’s own hint decides ink, plate and place', () => {
    const typeHint = {
      ink: '#112233',
      accent: '#44aa88',
      plate: { color: '#ffffff', opacity: 0.2 },
      zone: { x: 0.06, y: 0.09, width: 0.4, height: 0.25 },
    };
    const [text] = oneScene('Calm seas', { typeHint }, landscape);
    expect(text).toMatchObject({
      fontColor: '#112233',
      rule: { color: '#44aa88' },
      background: { color: '#ffffff', opacity: 0.2 },
    });
    expect(text?.centerY).toBeLessThan(-200);
  });

  test('a hint beyond the safe area is brought back into it', () => {
    const typeHint = {
      ink: '#112233',
      accent: '#44aa88',
      plate: null,
      zone: { x: 0.9, y: 0.95, width: 0.3, height: 0.3 },
    };
    const [text] = oneScene('Calm seas', { typeHint });
    expect((text?.centerX ?? 0) + (text?.maxWidth ?? 0) / 2).toBeLessThanOrEqual(1080 * 0.42);
    expect(text?.centerY).toBeLessThan(1920 * 0.3);
  });

  test('a language written from the right keeps to the right', () => {
    expect(oneScene('ماء بارد طوال اليوم')[0]?.align).toBe('right');
  });

  test('no words, however long or wide, leave the safe area of the frame', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.lorem({ maxCount: 60 }),
      fc.constantFrom(
        'W'.repeat(200),
        '冷たい水を一日中'.repeat(10),
        'Donaudampfschifffahrtsgesellschaftskapitän',
        'HEADLINE\nGET IT NOW WHILE IT LASTS',
        '🌊🌊🌊 wave',
      ),
    );
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(portrait, landscape, square, { width: 640, height: 360 }, { width: 400, height: 1600 }),
        fc.boolean(),
        (text, frame, last) => {
          const scenes = last
            ? [aScene(0, 4, { textOverlay: text })]
            : [aScene(0, 4, { textOverlay: text }), aScene(1, 4)];
          const { texts } = timelineFromScenario({ scenes, fps, ...frame });
          for (const overlay of texts) {
            const lines = overlay.text.split('\n').length;
            const halfWidth =
              (overlay.maxWidth ?? 0) / 2 + (overlay.background?.feather === 0 ? overlay.background.paddingX : 0);
            const halfHeight = (lines * overlay.fontSize * overlay.lineHeight) / 2;
            expect(overlay.centerX - halfWidth).toBeGreaterThanOrEqual(-frame.width * 0.45);
            expect(overlay.centerX + halfWidth).toBeLessThanOrEqual(frame.width * 0.45);
            if (overlay.fontSize <= 8) continue; // more words than any size can hold
            expect(overlay.centerY - halfHeight).toBeGreaterThanOrEqual(-frame.height * 0.42);
            expect(overlay.centerY + halfHeight).toBeLessThanOrEqual(frame.height * 0.43);
          }
        },
      ),
      { verbose: true, numRuns: 150 },
    );
  });
});
