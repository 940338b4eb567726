import { expect, test } from 'vitest';
import { Problem } from './problems.ts';

test.each([
  ['The prompt is too long.', 'fal does not accept the request: The prompt is too long.'],
  ['prompt: too long', 'fal does not accept the request: prompt: too long.'],
  ['Too long. Make it shorter.\n', 'fal does not accept the request: Too long. Make it shorter.'],
  ['and so on...', 'fal does not accept the request: and so on...'],
])('a reason that is a sentence of its own ends with one full stop: %j', (reason, message) => {
  const problem = new Problem('provider_invalid_input', { provider: 'fal', reason });
  expect(problem.message).toBe(message);
  expect(problem.facts['reason']).toBe(reason);
});
