import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EditorState } from '#contract/editor-state.ts';
import { TemplateContent, type TemplateImage, type TemplateText } from '#contract/template.ts';
import { applyTemplate, type FilmForTemplate } from './apply-template.ts';
import { busiestMoment } from './busiest-moment.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { layOverEdit, lengthOfEdit } from './lay-over-edit.ts';

const aText = (fields: Partial<TemplateText> = {}): TemplateText => ({
  id: 'title',
  text: 'Hello {{name}}',
  fontSize: 80,
  fontColor: '#ffffff',
  centerX: 100,
  centerY: -400,
  timingMode: 'relative',
  ...fields,
});

const anImage = (fields: Partial<TemplateImage> = {}): TemplateImage => ({
  id: 'logo',
  assetId: 'asset_1',
  width: 200,
  height: 100,
  centerX: 10,
  centerY: 20,
  opacity: 0.5,
  rotation: 45,
  timingMode: 'absolute',
  startSeconds: 1,
  endSeconds: 3,
  ...fields,
});

const aContent = (fields: Partial<TemplateContent> = {}): TemplateContent => ({
  textOverlays: [aText()],
  imageOverlays: [anImage()],
  ...fields,
});

function aFilm(fields: Partial<FilmForTemplate> = {}): FilmForTemplate {
  let made = 0;
  return {
    durationS: 10,
    frame: null,
    placeholderValues: {},
    hasAsset: () => true,
    newId: () => `ovl_${String(made++)}`,
    ...fields,
  };
}

describe('a template over a film', () => {
  test('overlays get fresh ids, and their times under the same ids', () => {
    const laidOut = applyTemplate(aContent(), aFilm({ placeholderValues: { name: 'Ada' } }));
    expect(laidOut.textOverlays).toEqual({
      ovl_0: { text: 'Hello Ada', fontSize: 80, fontColor: '#ffffff', centerX: 100, centerY: -400 },
    });
    expect(laidOut.textTrackActions).toEqual([{ id: 'ovl_0', start: 0, end: 10 }]);
    expect(laidOut.imageTrackActions).toEqual([{ id: 'ovl_1', start: 1, end: 3 }]);
    expect(laidOut.imageOverlays['ovl_1']).toMatchObject({ assetId: 'asset_1', width: 200, opacity: 0.5 });
  });

  test('a placeholder that was not given stays as it is, and a value is not filled again', () => {
    const values = { a: '{{b}}', b: 'B', constructor: 'C' };
    expect(fillPlaceholders('{{a}} {{ b }} {{c}} {{toString}} {{constructor}}', values)).toBe(
      '{{b}} B {{c}} {{toString}} C',
    );
  });

  test('a text that values make too long ends where an overlay does, and never within a character', () => {
    const [text] = Object.values(
      applyTemplate(
        aContent({ textOverlays: [aText({ text: `x{{a}}` })] }),
        aFilm({ placeholderValues: { a: '😀'.repeat(1000) } }),
      ).textOverlays,
    );
    expect(text?.text).toHaveLength(1999);
    expect(text?.text.isWellFormed()).toBe(true);
  });

  test('a missing picture is left out and named once', () => {
    const imageOverlays = [anImage(), anImage({ id: 'again' }), anImage({ id: 'other', assetId: 'asset_2' })];
    const laidOut = applyTemplate(aContent({ imageOverlays }), aFilm({ hasAsset: (assetId) => assetId === 'asset_2' }));
    expect(laidOut.missingAssetIds).toEqual(['asset_1']);
    expect(Object.values(laidOut.imageOverlays).map(({ assetId }) => assetId)).toEqual(['asset_2']);
  });

  test('in a frame half as wide everything that is in pixels is half, by the shorter side', () => {
    const styled = aText({
      maxWidth: 600,
      rotation: 30,
      lineHeight: 1.5,
      background: { color: '#000000', paddingX: 20, opacity: 0.5, feather: 0.2 },
      stroke: { color: '#000000', width: 4 },
      shadow: { color: '#000000', opacity: 1, blur: 8, x: 2, y: -6 },
      rule: { color: '#ff0000', width: 100, height: 6, gap: 12 },
    });
    const { textOverlays, imageOverlays } = applyTemplate(
      aContent({ textOverlays: [styled] }),
      aFilm({ frame: { width: 960, height: 540 } }), // made for 1080x1920
    );
    expect(Object.values(textOverlays)[0]).toEqual({
      text: 'Hello {{name}}',
      fontSize: 40,
      fontColor: '#ffffff',
      centerX: 50,
      centerY: -200,
      maxWidth: 300,
      rotation: 30,
      lineHeight: 1.5,
      background: { color: '#000000', paddingX: 10, opacity: 0.5, feather: 0.2 },
      stroke: { color: '#000000', width: 2 },
      shadow: { color: '#000000', opacity: 1, blur: 4, x: 1, y: -3 },
      rule: { color: '#ff0000', width: 50, height: 3, gap: 6 },
    });
    expect(Object.values(imageOverlays)[0]).toMatchObject({ width: 100, height: 50, centerX: 5, rotation: 45 });
  });

  test('whatever its timing, an overlay is seen within the film and keeps its share or its seconds', () => {
    const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
    const seconds = fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(percent, percent, seconds, seconds, fc.double({ min: 0.1, max: 1000, noNaN: true }), (...drawn) => {
        const [startPercent, endPercent, startSeconds, endSeconds, durationS] = drawn;
        const overlays = [
          aText({ startPercent, endPercent }),
          aText({ id: 'absolute', timingMode: 'absolute', startSeconds, endSeconds }),
        ];
        const { textTrackActions } = applyTemplate(aContent({ textOverlays: overlays }), aFilm({ durationS }));
        for (const { start, end } of textTrackActions) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(durationS * (1 + 1e-12));
        }
        const relative = endPercent > startPercent;
        const absolute = Math.min(endSeconds, durationS) > startSeconds;
        expect(textTrackActions).toHaveLength(Number(relative) + Number(absolute));
        if (absolute) {
          expect(textTrackActions.at(-1)).toMatchObject({ start: startSeconds, end: Math.min(endSeconds, durationS) });
        }
      }),
      { verbose: true },
    );
  });

  test('scaled to another frame and back, a template is what it was', () => {
    const side = fc.integer({ min: 300, max: 3900 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, otherWidth, otherHeight) => {
        const [here, there] = [
          { width, height },
          { width: otherWidth, height: otherHeight },
        ];
        const overlay = aText({ fontSize: 30 });
        const content = aContent({ textOverlays: [overlay], frameSize: here });
        const [scaled] = Object.values(applyTemplate(content, aFilm({ frame: there })).textOverlays);
        const back = aContent({ textOverlays: [{ ...overlay, ...scaled }], frameSize: there });
        const [again] = Object.values(applyTemplate(back, aFilm({ frame: here })).textOverlays);
        expect(again?.fontSize).toBeCloseTo(30, 6);
        expect(again?.centerX).toBeCloseTo(100, 6);
        expect(again?.centerY).toBeCloseTo(-400, 6);
      }),
      { verbose: true },
    );
  });
});

describe('an edit under a template', () => {
  const edit = EditorState.parse({
    editorData: {
      videoTrack: [
        { id: 'a', start: 0, end: 4 },
        { id: 'b', start: 4, end: 9, transitionType: 'cut' },
      ],
      textTrack: [{ id: 'mine', start: 1, end: 2 }],
    },
    textOverlays: { mine: { text: 'Mine', fontSize: 10, fontColor: 'white', centerX: 0, centerY: 0 } },
    somethingElse: true,
  });

  test('what was there stays, and clips without a transition of their own get the default one', () => {
    const after = layOverEdit(edit, applyTemplate(aContent(), aFilm()), { type: 'fade', duration: 0.5 });
    expect(after.editorData?.videoTrack).toEqual([
      { id: 'a', start: 0, end: 4, transitionType: 'fade', transitionDuration: 0.5 },
      { id: 'b', start: 4, end: 9, transitionType: 'cut' },
    ]);
    expect(Object.keys(after.textOverlays ?? {})).toEqual(['mine', 'ovl_0']);
    expect(after.editorData?.textTrack.map(({ id }) => id)).toEqual(['mine', 'ovl_0']);
    expect(after['somethingElse']).toBe(true);
  });

  test('the length of an edit is where its last clip ends, and none without clips', () => {
    expect(lengthOfEdit(edit)).toBe(9);
    expect(lengthOfEdit({})).toBeNull();
  });

  test('the moment with most overlays is shown of a template', () => {
    const spans = [
      { id: 'a', start: 0, end: 5 },
      { id: 'b', start: 4, end: 8 },
      { id: 'c', start: 4.5, end: 6 },
      { id: 'd', start: 9, end: 10 },
    ];
    expect(busiestMoment(spans).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(busiestMoment([])).toEqual([]);
  });
});

describe('the content of a template', () => {
  const refusalOf = (content: unknown): string | undefined =>
    TemplateContent.safeParse(content).error?.issues[0]?.message;

  test.each([
    ['an unknown key', { ...aContent(), script: 'x' }],
    ['an unknown key of an overlay', aContent({ textOverlays: [{ ...aText(), onclick: 'x' } as TemplateText] })],
    ['a number that is none', aContent({ textOverlays: [aText({ centerX: Number.NaN })] })],
    ['an endless number', aContent({ imageOverlays: [anImage({ width: Number.POSITIVE_INFINITY })] })],
    ['a text of 2001 characters', aContent({ textOverlays: [aText({ text: 'x'.repeat(2001) })] })],
    ['101 overlays', aContent({ imageOverlays: Array.from({ length: 101 }, (_, n) => anImage({ id: String(n) })) })],
    ['an end before the beginning', aContent({ textOverlays: [aText({ startPercent: 50, endPercent: 20 })] })],
    ['the same id twice', aContent({ textOverlays: [aText(), aText()] })],
  ])('%s is refused', (_, content) => {
    expect(refusalOf(content)).toEqual(expect.any(String));
  });

  test('what the design asks for is taken', () => {
    expect(refusalOf(aContent({ defaultTransition: { type: 'fade', duration: 0.5 } }))).toBeUndefined();
  });
});

test('a text whose font the project does not have is set in its family, and the font is named as missing', () => {
  const text = { ...aText(), fontAssetId: 'asset_font' };
  const laidOut = applyTemplate(aContent({ textOverlays: [text] }), aFilm({ hasAsset: (id) => id !== 'asset_font' }));
  expect(Object.values(laidOut.textOverlays)[0]).not.toHaveProperty('fontAssetId');
  expect(laidOut.missingAssetIds).toEqual(['asset_font']);
  const there = applyTemplate(aContent({ textOverlays: [text] }), aFilm());
  expect(Object.values(there.textOverlays)[0]).toMatchObject({ fontAssetId: 'asset_font' });
});
