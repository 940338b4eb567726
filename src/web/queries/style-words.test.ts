import { expect, test } from 'vitest';
import { changedStyleFields, styleGuideOf, styleWordsOf } from './style-words.ts';

test('a style guide that is opened and saved unchanged stays as it was, and what is emptied is left out', () => {
  const guide = { tone: 'calm', color_palette: ['#112233'], tempo: 'slow' as const };
  expect(styleGuideOf(styleWordsOf(guide))).toEqual(guide);
  expect(styleGuideOf({ ...styleWordsOf(guide), tone: '', color_palette: [] })).toEqual({ tempo: 'slow' });
});

test('of a guide that was found, only what it says and what is different is offered', () => {
  const mine = { tone: 'calm', must_avoid: ['slang'] };
  expect(changedStyleFields(mine, { tone: 'calm', tempo: 'fast', must_avoid: ['slang', 'noise'] })).toEqual([
    'tempo',
    'must_avoid',
  ]);
  expect(changedStyleFields(mine, {})).toEqual([]);
});
