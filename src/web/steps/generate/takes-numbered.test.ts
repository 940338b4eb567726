import { expect, test } from 'vitest';
import type { Take } from '#contract/take.ts';
import { comparedWith, numberedTakes, viewedTake } from './takes-numbered.ts';

const take = (id: string, kind: Take['kind'], picked = false) => ({ id, kind, picked }) as Take;
const takes = [take('d', 'video'), take('c', 'image'), take('b', 'image', true), take('a', 'image')];

test('takes are numbered by kind from the first that was made', () => {
  expect(numberedTakes(takes, 'image').map(({ id, number }) => `${id}${number}`)).toEqual(['c3', 'b2', 'a1']);
  expect(numberedTakes(takes, 'video').map(({ number }) => number)).toEqual([1]);
});

test('what the scene shows is looked at, unless the address names another take that is there', () => {
  const images = numberedTakes(takes, 'image');
  expect(viewedTake(images, undefined)?.id).toBe('b');
  expect(viewedTake(images, 'a')?.id).toBe('a');
  expect(viewedTake(images, 'gone')?.id).toBe('b');
  expect(viewedTake([], 'a')).toBeNull();
});

test('a take is compared with what the scene shows, and that one with the take before it', () => {
  const images = numberedTakes(takes, 'image');
  const named = (id: string) => images.find((one) => one.id === id) ?? images[0];
  const against = (id: string) => comparedWith(images, named(id) as NonNullable<ReturnType<typeof named>>)?.id;
  expect([against('c'), against('a'), against('b')]).toEqual(['b', 'b', 'a']);
  expect(comparedWith(images.slice(0, 1), images[0] as (typeof images)[number])).toBeNull();
});
