import { expect, test } from 'vitest';
import { roomIn } from './item-room.ts';

test('a thing that becomes wider has edges to pull, then grips to see, then a name', () => {
  expect([3, 11.9, 12, 20, 20.1, 27.9, 28, 4000].map(roomIn)).toEqual([
    'nothing',
    'nothing',
    'edges',
    'edges',
    'grips',
    'grips',
    'name',
    'name',
  ]);
});
