import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeholdersIn } from './fill-placeholders.ts';
import { piecesOf, turnPiece } from './word-placeholders.ts';

test('a text is its words and what lies between them, and joined it is the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
    { verbose: true },
  );
});

test('a word becomes a placeholder by its letters, and the word again', () => {
  const text = 'Meet EcoBottle, İstanbul’s own!';
  const words = piecesOf(text).flatMap(({ key }, place) => (key === null ? [] : [{ key, place }]));
  expect(words.map(({ key }) => key)).toEqual(['meet', 'ecobottle', 'istanbuls', 'own']);
  const place = words[1]?.place ?? -1;
  const turned = turnPiece(text, place);
  expect(turned).toBe('Meet {{ecobottle}}, İstanbul’s own!');
  expect(placeholdersIn([turned])).toEqual(['ecobottle']);
  expect(turnPiece(turned, place, 'EcoBottle')).toBe(text);
  expect(turnPiece(text, 1)).toBe(text); // what lies between words is no word
});
