import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, historyOf, pushStep, redoStep, undoStep } from './history.ts';

const words = (history: History<string>) => history.past.map(({ label }) => label);

test('what was done is undone and done again, by its name', () => {
  const done = pushStep(pushStep(historyOf('a'), 'Split', 'b'), 'Delete', 'c');
  expect(done.past.at(-1)?.label).toBe('Delete');
  const undone = undoStep(done);
  expect(undone).toMatchObject({ present: 'b', future: [{ label: 'Delete' }] });
  expect(redoStep(undone)).toEqual(done);
});

test('a step that changes nothing is none, and does not take away what can be done again', () => {
  const undone = undoStep(pushStep(historyOf('a'), 'Split', 'b'));
  expect(pushStep(undone, 'Trim', 'a')).toBe(undone);
});

test('something new takes away what was undone', () => {
  const undone = undoStep(pushStep(historyOf('a'), 'Split', 'b'));
  expect(pushStep(undone, 'Trim', 'c')).toMatchObject({ present: 'c', future: [] });
});

test('two hundred steps are kept, the oldest goes first', () => {
  let history = historyOf('0');
  for (let step = 1; step <= 250; step++) history = pushStep(history, `step ${String(step)}`, String(step));
  expect(words(history)).toHaveLength(200);
  expect(history.past[0]).toEqual({ label: 'step 51', document: '50' });
});

test('nothing is undone where nothing was done', () => {
  const history = historyOf('a');
  expect(undoStep(history)).toBe(history);
  expect(redoStep(history)).toBe(history);
});

test('undoing everything and doing it again ends where it was, whatever was done', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 199 }), (documents) => {
      let history = historyOf('');
      for (const document of documents) history = pushStep(history, document, document);
      let undone = history;
      for (const _ of documents) undone = undoStep(undone);
      expect(undone.present).toBe('');
      let redone = undone;
      for (const _ of documents) redone = redoStep(redone);
      expect(redone).toEqual(history);
    }),
    { verbose: true },
  );
});
