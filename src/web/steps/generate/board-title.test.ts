import { expect, test } from 'vitest';
import { enGenerate } from '../../strings/en/generate.ts';
import type { CardState } from './board.ts';
import { boardCounts, boardTitle } from './board-title.ts';

const cardsOf = (...states: readonly CardState[]) =>
  states.map((state, index) => ({
    index,
    state,
    job: state === 'uncertain' ? ({ provider: 'runway' } as never) : null,
  }));
const titled = (...states: readonly CardState[]) =>
  boardTitle(enGenerate, cardsOf(...states), new Map([['runway', 'Runway']]));

test('the title says what waits for a person before what is under way', () => {
  expect(titled('done', 'review', 'making_video', 'failed')).toBe('Scene 2 is ready for your review');
  expect(titled('review', 'review', 'failed')).toBe('2 scenes are ready for your review');
  expect(titled('done', 'making_image', 'failed')).toBe('Scene 3 failed');
  expect(titled('review', 'uncertain')).toBe('Scene 2: Runway may have taken the job');
});

test('where nobody is needed the title says what is true', () => {
  expect(titled('making_image', 'making_video')).toBe('Making 2 scenes');
  expect(titled('done', 'done')).toBe('All 2 scenes are done');
  expect(titled('approved', 'done')).toBe('1 picture is approved');
  expect(titled('pending', 'pending')).toBe('2 scenes, nothing made yet');
  expect(titled('pending', 'done')).toBe('1 scene has no picture yet');
  expect(titled()).toBe('No scenes yet');
});

test('the counts leave out what there is none of', () => {
  expect(boardCounts(enGenerate, cardsOf('done', 'making_image', 'making_video', 'pending'))).toBe(
    '1 done, 2 running, 1 not started',
  );
});
