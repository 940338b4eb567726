import { expect, test } from 'vitest';
import { styleDiff } from './style-diff.ts';

test('only what was found is offered, and what is there already is told', () => {
  const present = { tone: 'loud', tempo: 'slow', color_palette: ['#AABBCC'], brand_voice: 'Plain.' } as const;
  const found = { tone: 'calm', tempo: 'slow', color_palette: ['#aabbcc'] } as const;
  const changes = styleDiff(
    { ...present, color_palette: [...present.color_palette] },
    { ...found, color_palette: [...found.color_palette] },
  );
  expect(changes.map(({ field, isSame }) => [field, isSame])).toEqual([
    ['tone', false],
    ['color_palette', true],
    ['tempo', true],
  ]);
  expect(styleDiff({}, { camera_style: 'pan' })).toMatchObject([{ before: undefined, after: 'pan', isSame: false }]);
});
