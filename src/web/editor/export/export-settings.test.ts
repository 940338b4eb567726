import { expect, test } from 'vitest';
import { firstSettings, PRESETS, sidesOf, wishesOf, withFormat, withPreset } from './export-settings.ts';

const edit = { width: 1080, height: 1920, fps: 30 };
const first = firstSettings(edit);

test('what is exported first is what is previewed: the size, the rate and the frames of the edit', () => {
  expect(first.formats).toEqual(['edit']);
  expect(wishesOf(first, 'edit', edit)).toEqual({ quality: 'standard', framing: 'crop', captions: 'burned' });
});

test('the three formats are three files, each of its own size', () => {
  const social = withPreset(first, 'social', edit);
  const wishes = social.formats.map((format) => wishesOf(social, format, edit));
  expect(wishes.map((wish) => wish?.frame)).toEqual([
    undefined, // the edit is that already
    { width: 1080, height: 1080 },
    { width: 1920, height: 1080 },
  ]);
});

test('blurred sides are asked for only where the format has another shape than the edit', () => {
  const blurred = { ...withPreset(first, 'social', edit), framing: 'blur' } as const;
  expect(blurred.formats.map((format) => wishesOf(blurred, format, edit)?.framing)).toEqual(['crop', 'blur', 'blur']);
});

test('what is checked by hand is called by the preset that it is', () => {
  const social = withPreset(first, 'social', edit);
  const two = withFormat(social, 'square', false);
  expect(two).toMatchObject({ formats: ['portrait', 'wide'], preset: 'custom' });
  expect(withFormat(two, 'portrait', false)).toMatchObject({ formats: ['wide'], preset: 'youtube' });
  expect(withFormat(two, 'square', true)).toMatchObject({ formats: ['portrait', 'square', 'wide'], preset: 'social' });
  expect(withFormat(withFormat(two, 'portrait', false), 'wide', false)).toMatchObject({
    formats: [],
    preset: 'custom',
  });
});

test('own sizes begin with those of the edit', () => {
  const custom = withPreset(first, 'custom', edit);
  expect(custom.formats).toEqual(['own']);
  expect(sidesOf(custom, 'own', edit)).toEqual({ width: 1080, height: 1920 });
});

test('a film has even sides, and none where a field is empty or beyond what can be rendered', () => {
  const custom = withPreset(first, 'custom', edit);
  expect(sidesOf({ ...custom, ownWidth: 1079 }, 'own', edit)).toEqual({ width: 1080, height: 1920 });
  expect(wishesOf({ ...custom, ownWidth: null }, 'own', edit)).toBeNull();
  expect(wishesOf({ ...custom, ownHeight: 8000 }, 'own', edit)).toBeNull();
});

test('a draft keeps the shape of the edit and never grows it', () => {
  const draft = withPreset(first, 'draft', edit);
  expect(draft.quality).toBe('draft');
  expect(sidesOf(draft, 'own', edit)).toEqual({ width: 540, height: 960 });
  const small = { width: 360, height: 640, fps: 30 };
  expect(sidesOf(withPreset(first, 'draft', small), 'own', small)).toEqual({ width: 360, height: 640 });
});

test('another rate is asked for in words that the server retimes by, the own rate is not asked for', () => {
  expect(wishesOf({ ...first, fps: 25 }, 'edit', edit)?.frame).toEqual({ width: 1080, height: 1920, fps: 25 });
  expect(wishesOf({ ...first, fps: 30 }, 'edit', edit)?.frame).toBeUndefined();
});

test('the poster is a frame of the film that was pointed at', () => {
  expect(wishesOf({ ...first, posterFrame: 45 }, 'edit', edit)?.posterFrame).toBe(45);
});

test('every preset asks for at least one file', () => {
  for (const preset of PRESETS) expect(withPreset(first, preset, edit).formats.length, preset).toBeGreaterThan(0);
});
