import { expect, test } from 'vitest';
import { fitPrompt } from './fit-prompt.ts';

const model = { name: 'Reel', input: { promptMax: 40 }, negativePrompt: 'prompt' } as const;

test('a prompt that fits is sent as it is', () => {
  expect(fitPrompt(model, { prompt: ' A green bottle. ', negativePrompt: '' })).toEqual({
    text: 'A green bottle.',
    notes: [],
  });
  const long = 'word '.repeat(1000).trim();
  expect(fitPrompt(undefined, { prompt: long, negativePrompt: ' ' })).toEqual({ text: long, notes: [] });
});

test('what is unwanted is written into the prompt of a model without a field for it', () => {
  expect(fitPrompt(model, { prompt: 'A bottle', negativePrompt: 'text' }).text).toBe('A bottle\n\nAvoid: text');
  const field = { ...model, negativePrompt: 'field' } as const;
  expect(fitPrompt(field, { prompt: 'A bottle', negativePrompt: 'text' }).text).toBe('A bottle');
});

test('what is unwanted is said to be left out where the model takes none, or is not known to', () => {
  const asked = { prompt: 'A bottle', negativePrompt: 'text' };
  expect(fitPrompt({ ...model, negativePrompt: 'none' }, asked)).toEqual({
    text: 'A bottle',
    notes: ['Reel takes no words on what to avoid: they were left out.'],
  });
  expect(fitPrompt(undefined, asked).notes).toEqual([
    'This model takes no words on what to avoid: they were left out.',
  ]);
  expect(fitPrompt({ ...model, negativePrompt: 'field' }, asked).notes).toEqual([]);
  expect(fitPrompt(model, asked).notes).toEqual([]);
});

test('a prompt that is too long is cut between two words, and it is said so', () => {
  const { text, notes } = fitPrompt(model, {
    prompt: 'A green bottle on a stone plinth, one soft disc of colour behind it',
    negativePrompt: 'words, watermarks, logos',
  });
  expect(text).toBe('A green bottle on a stone plinth, one');
  expect(notes).toEqual(['Reel takes 40 characters: the prompt was cut after 37, and what to avoid was left out.']);
});

test('no character is cut in two', () => {
  const plain = { ...model, input: { promptMax: 9 } };
  expect(fitPrompt(plain, { prompt: '🙂🙂🙂🙂🙂🙂', negativePrompt: '' }).text).toBe('🙂🙂🙂🙂');
});
