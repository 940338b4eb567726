import { expect, test } from 'vitest';
import { Problem } from './problems.ts';

test.each([
  [
    'The prompt is too long.',
    'fal does not accept the request (The prompt is too long): change it, or choose another model.',
  ],
  ['prompt: too long', 'fal does not accept the request (prompt: too long): change it, or choose another model.'],
  [
    'Too long. Make it shorter.\n',
    'fal does not accept the request (Too long. Make it shorter): change it, or choose another model.',
  ],
  ['and so on...', 'fal does not accept the request (and so on...): change it, or choose another model.'],
])(
  'a reason that is a sentence of its own gives its full stop up, and what to do is said after it: %j',
  (reason, message) => {
    const problem = new Problem('provider_invalid_input', { provider: 'fal', reason });
    expect(problem.message).toBe(message);
    expect(problem.facts['reason']).toBe(reason);
  },
);

test('a reason at the end of a sentence brings no second full stop', () => {
  const message = (reason: string) => new Problem('invalid_input', { reason }).message;
  expect(message('The name is too long.')).toBe('Something in the request is not valid: The name is too long.');
  expect(message('and so on...')).toBe('Something in the request is not valid: and so on...');
});
