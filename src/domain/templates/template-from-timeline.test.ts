import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TemplateContent } from '#contract/template.ts';
import { ImageOverlay, TextOverlay, Timeline } from '#contract/timeline.ts';
import { framesToSeconds } from '../frames.ts';
import { applyTemplate } from './apply-template.ts';
import { placeholdersIn } from './fill-placeholders.ts';
import { layOverTimeline, type LaidOutTemplate } from './lay-over-timeline.ts';
import { nominalLengthFrames } from './nominal-length.ts';
import { commonTransition, templateFromTimeline } from './template-from-timeline.ts';

const clipMedia = { sha256: 'a'.repeat(64), kind: 'video' as const };
const logo = { sha256: 'b'.repeat(64), kind: 'image' as const, assetId: 'asset_logo' };

const aFilm = (fields: object = {}): Timeline =>
  Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    clips: [
      { id: 'a', media: clipMedia, startFrame: 0, endFrame: 137, transition: { type: 'fade', durationFrames: 15 } },
      { id: 'b', media: clipMedia, startFrame: 137, endFrame: 301 },
    ],
    ...fields,
  });

/** As the server lays it out: through JSON, with fresh ids. */
function laidOut(content: TemplateContent, film: Timeline): LaidOutTemplate {
  let made = 0;
  const answer = applyTemplate(TemplateContent.parse(content), {
    durationS: framesToSeconds(nominalLengthFrames(film), film.fps),
    frame: { width: film.width, height: film.height },
    placeholderValues: {},
    hasAsset: () => true,
    newId: () => `ovl_${String(made++)}`,
  });
  return JSON.parse(JSON.stringify(answer)) as LaidOutTemplate;
}

const frames = fc.integer({ min: 0, max: 300 });
const span = fc
  .tuple(frames, frames)
  .map(([one, other]) => ({ startFrame: Math.min(one, other), endFrame: Math.max(one, other) + 1 }));
const animation = fc.option(
  fc.record({
    in: fc.constantFrom('none', 'fade', 'rise'),
    out: fc.constantFrom('none', 'fade'),
    inFrames: fc.nat(30),
    outFrames: fc.nat(30),
    staggerFrames: fc.nat(9),
  }),
  { nil: undefined },
);
const aText = fc
  .record({
    text: fc.string({ maxLength: 40, unit: 'grapheme' }),
    fontSize: fc.integer({ min: 8, max: 300 }),
    centerX: fc.integer({ min: -900, max: 900 }),
    centerY: fc.integer({ min: -900, max: 900 }),
    rotation: fc.integer({ min: -180, max: 180 }),
    opacity: fc.constantFrom(0, 0.5, 1),
    align: fc.constantFrom('left', 'center', 'right'),
    anchor: fc.constantFrom(undefined, 'top-left'),
    background: fc.constantFrom(undefined, { color: '#112233', paddingX: 12, radius: 6 }),
    stroke: fc.constantFrom(undefined, { color: '#000000', width: 3 }),
    shadow: fc.constantFrom(undefined, { color: '#000000', opacity: 0.4, blur: 8, x: 0, y: 4 }),
    animation,
  })
  .chain((looks) => span.map((times) => ({ ...looks, ...times })));
const anImage = fc
  .record({ width: fc.integer({ min: 8, max: 900 }), height: fc.integer({ min: 8, max: 900 }), animation })
  .chain((looks) => span.map((times) => ({ ...looks, ...times, media: logo })));
const named = <Thing extends object>(things: readonly Thing[], kind: string) =>
  things.map((thing, place) => ({ ...thing, id: `${kind}${String(place)}` }));
const withoutIds = (film: Timeline) =>
  [...film.texts, ...film.images].map(({ id: _id, ...overlay }) => JSON.parse(JSON.stringify(overlay)) as object);

describe('a template made of an edit', () => {
  test('laid over the same film is the same overlays at the same frames, whatever the timing and the rate', () => {
    fc.assert(
      fc.property(
        fc.array(aText, { maxLength: 4 }),
        fc.array(anImage, { maxLength: 3 }),
        fc.constantFrom('relative' as const, 'absolute' as const),
        fc.constantFrom(
          { num: 30, den: 1 },
          { num: 30_000, den: 1001 },
          { num: 25, den: 1 },
          { num: 24_000, den: 1001 },
        ),
        (texts, images, timing, fps) => {
          const film = aFilm({ fps, texts: named(texts, 't'), images: named(images, 'i') });
          const content = templateFromTimeline(film, { timingOf: () => timing });
          const bare = { ...film, texts: [], images: [] };
          const again = layOverTimeline(bare, laidOut(content, film), { mediaOf: () => logo });
          expect(withoutIds(again)).toEqual(withoutIds(film));
          expect(again.clips).toBe(film.clips);
          const ids = [...again.texts, ...again.images].map(({ id }) => id);
          expect(ids.every((id) => id.startsWith('ovl_'))).toBe(true);
        },
      ),
      { verbose: true },
    );
  });

  test('is of what is chosen; captions and pictures that are no assets stay with their film', () => {
    const text = { fontSize: 40, startFrame: 0, endFrame: 30 };
    const image = { width: 9, height: 9, startFrame: 0, endFrame: 30 };
    const film = aFilm({
      texts: [
        { ...text, id: 't', text: 'Hello' },
        { ...text, id: 'caption', text: 'Spoken', isCaption: true },
      ],
      images: [
        { ...image, id: 'i', media: logo },
        { ...image, id: 'still', media: { ...logo, assetId: undefined } },
      ],
    });
    const timingOf = () => 'absolute' as const;
    const whole = templateFromTimeline(film, { timingOf });
    expect(whole.textOverlays.map(({ id }) => id)).toEqual(['t']);
    expect(whole.imageOverlays.map(({ id, assetId }) => [id, assetId])).toEqual([['i', 'asset_logo']]);
    expect(templateFromTimeline(film, { ids: ['i'], timingOf }).textOverlays).toEqual([]);
    const [spoken] = templateFromTimeline(film, { ids: ['caption'], timingOf }).textOverlays;
    expect(spoken).not.toHaveProperty('isCaption');
    expect(TemplateContent.safeParse(whole).success).toBe(true);
  });

  test('keeps the frame it was measured in, and is half as large in one half as wide', () => {
    const film = aFilm({ texts: [{ id: 't', text: 'A', fontSize: 80, centerY: 400, startFrame: 0, endFrame: 30 }] });
    const content = templateFromTimeline(film, { timingOf: () => 'relative' });
    const other = aFilm({ width: 960, height: 540 });
    const [text] = layOverTimeline(other, laidOut(content, other), { mediaOf: () => null }).texts;
    expect(text).toMatchObject({ fontSize: 40, centerY: 200, startFrame: 0, endFrame: 30 });
  });

  test('gives clips that end in nothing its transition, and takes the commonest of an edit', () => {
    const film = aFilm();
    expect(commonTransition(film)).toEqual({ type: 'fade', duration: 0.5 });
    expect(commonTransition(aFilm({ clips: [] }))).toBeNull();
    const nothing = { textOverlays: {}, textTrackActions: [], imageOverlays: {}, imageTrackActions: [] };
    const defaultTransition = { type: 'wipeleft', duration: 0.2 };
    const { clips } = layOverTimeline(film, nothing, { mediaOf: () => null, defaultTransition });
    expect(clips.map(({ transition }) => transition)).toEqual([
      { type: 'fade', durationFrames: 15 },
      { type: 'wipeleft', durationFrames: 6 },
    ]);
  });

  test('knows what an overlay has that says nothing, as the schema of the timeline does', () => {
    const said = {
      textOverlays: { t: { text: 'A', fontSize: 40, background: { color: '#000000' } } },
      textTrackActions: [{ id: 't', start: 0, end: 1 }],
      imageOverlays: { i: { assetId: 'asset_logo', width: 9, height: 9 } },
      imageTrackActions: [{ id: 'i', start: 0, end: 1 }],
    };
    const { texts, images } = layOverTimeline(aFilm(), said, { mediaOf: () => logo });
    const times = { startFrame: 0, endFrame: 30 };
    expect(texts).toEqual([TextOverlay.parse({ id: 't', ...said.textOverlays.t, ...times })]);
    expect(images).toEqual([ImageOverlay.parse({ id: 'i', media: logo, width: 9, height: 9, ...times })]);
  });

  test('says which placeholders are in it, each once, in their order', () => {
    expect(placeholdersIn(['{{ name }}, {{city}}', 'Bye {{name}} {{}}'])).toEqual(['name', 'city']);
  });
});
