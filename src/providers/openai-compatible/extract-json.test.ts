import { expect, test } from 'vitest';
import { extractJson } from './extract-json.ts';

test.each([
  ['plain', '{"a":1}'],
  ['fenced', 'Here it is:\n```json\n{"a":1}\n```\nAnything else?'],
  ['fenced without a name', '```\n{"a":1}```'],
  ['after thoughts', '<think>maybe {"a":2}\n</think>{"a":1}'],
  ['after thoughts whose beginning was in the template', 'maybe {"a":2}</think>\n\n{"a":1}'],
  ['in prose', 'The answer {of course} is {"a":1}, I think.'],
])('JSON is found %s', (_, text) => {
  expect(extractJson(text)).toEqual({ a: 1 });
});

test('brackets in its texts do not end it', () => {
  expect(extractJson('So: {"a":"}\\"]{","b":[{"c":"["}]} done')).toEqual({ a: '}"]{', b: [{ c: '[' }] });
});

test('where there is none, none is made up', () => {
  for (const text of ['', 'null', '7', '"a"', 'Sorry.', '{"a":1', '{'.repeat(1e5)])
    expect(extractJson(text)).toBeUndefined();
});
