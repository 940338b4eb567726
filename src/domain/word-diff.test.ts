import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test('a word that was replaced is shown gone, then new', () => {
  expect(shown('A green bottle on a stone.', 'A blue bottle on a stone.')).toBe(
    'A [-green-]{+blue+} bottle on a stone.',
  );
});

test('a phrase that was rewritten is one change, not one for each word', () => {
  expect(shown('Close-up of a green leaf with dew, deep shade', 'Close-up of a fern, one large drop, deep shade')).toBe(
    'Close-up of a [-green leaf with dew-]{+fern, one large drop+}, deep shade',
  );
});

test('in a sentence that was rewritten, a short word that happened to stay is not left standing alone', () => {
  expect(
    shown('You direct product films for the little shops', 'You direct calm explainers about the evening news'),
  ).toBe('You direct [-product films for the little shops-]{+calm explainers about the evening news+}');
});

test('words that are only added or only removed leave the others alone', () => {
  expect(shown('a still lake', 'a very still lake')).toBe('a {+very +}still lake');
  expect(shown('a very still lake', 'a still lake')).toBe('a [-very -]still lake');
  expect(shown('', 'new')).toBe('{+new+}');
  expect(shown('old', '')).toBe('[-old-]');
  expect(shown('same', 'same')).toBe('same');
  expect(wordDiff('', '')).toEqual([]);
});

test('texts without spaces between words are told apart by word too', () => {
  expect(shown('緑色のボトル', '青色のボトル')).not.toBe('[-緑色のボトル-]{+青色のボトル+}');
});

test('both texts are found again in the pieces, whatever they are', () => {
  const seed = 20_261_121;
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const someText = () =>
    Array.from({ length: random(40) }, () => ['a', 'bb', ', ', ' ', '\n', 'c d', 'é'][random(7)]).join('');
  for (let round = 0; round < 500; round++) {
    const [before, after] = [someText(), someText()];
    const pieces = wordDiff(before, after);
    const joined = (but: string) => pieces.flatMap(({ kind, text }) => (kind === but ? [] : [text])).join('');
    expect([joined('added'), joined('removed')], `seed ${seed}, round ${round}`).toEqual([before, after]);
  }
});

test('two long texts that have nothing in common are answered within the memory of a process', () => {
  const long = (word: string) => Array.from({ length: 40_000 }, (_, index) => `${word}${index}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
