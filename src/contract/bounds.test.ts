import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

interface Shape {
  readonly type?: string;
  readonly [key: string]: unknown;
}

const isFixed = (text: Shape): boolean =>
  ['enum', 'const', 'maxLength'].some((key) => text[key] !== undefined) || isShort(text['pattern']);

/** A pattern that nothing long can match. */
const isShort = (pattern: unknown): boolean => typeof pattern === 'string' && !/[+*]|\{\d+,\}/.test(pattern);

/** Where in a schema a text or a list may be of any length. */
function endless(shape: unknown, path: string): readonly string[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const { type, maxItems } = shape as Shape;
  const own =
    (type === 'string' && !isFixed(shape as Shape)) || (type === 'array' && maxItems === undefined) ? [path] : [];
  return [...own, ...Object.entries(shape).flatMap(([key, inner]) => endless(inner, `${path}.${key}`))];
}

const bodyOf = (declaration: Operation): unknown =>
  declaration.body && z.toJSONSchema(declaration.body, { io: 'input', unrepresentable: 'any' });

test('every text and every list that a body may bring has a bound', () => {
  const found = Object.entries(operations).flatMap(([id, declaration]) => endless(bodyOf(declaration), id));
  expect(found).toEqual([]);
});

test('a text and a list without a bound are found', () => {
  const body = z.toJSONSchema(
    z.strictObject({ words: z.string(), all: z.array(z.object({ word: z.string().max(3) })) }),
  );
  expect(endless(body, 'it')).toEqual(['it.properties.words', 'it.properties.all']);
});
