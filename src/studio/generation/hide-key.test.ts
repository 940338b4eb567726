import { expect, test } from 'vitest';
import { ProviderError } from '#providers/provider.ts';
import { hideKey } from './hide-key.ts';

test('a key that a vendor repeats is taken out of the message, the stack and the causes', () => {
  const cause = new Error('401: sk-secret is wrong', { cause: 'sk-secret' });
  const error = new ProviderError('invalid_key', 'vendor', 'Incorrect key sk-secret', {}, { cause });
  const hidden = hideKey(error, 'sk-secret');
  expect(hidden).toBe(error);
  expect(error.message).toBe('Incorrect key (key)');
  expect(`${error.stack}${cause.stack}${cause.message}${String(cause.cause)}`).not.toContain('sk-secret');
});
