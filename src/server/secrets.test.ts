import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

const directory = () => mkdtempSync(join(tmpdir(), 'secrets-'));

test('what is sealed comes back only by the same secret, and not when it was altered', () => {
  const own = openSecrets({ secret: 'a'.repeat(32), dataDirectory: '' });
  const other = openSecrets({ secret: 'b'.repeat(32), dataDirectory: '' });
  const { sealed, keyId } = own.seal('sk-not-a-real-key');
  expect(sealed).not.toContain('sk-not');
  expect(own.open(sealed, keyId)).toBe('sk-not-a-real-key');
  expect(own.seal('sk-not-a-real-key').sealed).not.toBe(sealed);
  expect(other.open(sealed, keyId)).toBeNull();
  const first = sealed.startsWith('A') ? 'B' : 'A';
  expect(own.open(first + sealed.slice(1), keyId)).toBeNull();
  expect(own.open('', keyId)).toBeNull();
});

test('a signature holds for its text only', () => {
  const { sign, isSignature } = openSecrets({ secret: 'a'.repeat(32), dataDirectory: '' });
  expect(isSignature('/api/media/med_1?exp=1', sign('/api/media/med_1?exp=1'))).toBe(true);
  expect(isSignature('/api/media/med_2?exp=1', sign('/api/media/med_1?exp=1'))).toBe(false);
  expect(isSignature('/api/media/med_1?exp=1', '')).toBe(false);
});

test('a secret that nobody set is made once, in a file only its owner can read', () => {
  const dataDirectory = directory();
  const first = openSecrets({ secret: null, dataDirectory });
  const { sealed, keyId } = first.seal('text');
  expect(openSecrets({ secret: null, dataDirectory }).open(sealed, keyId)).toBe('text');
  expect(statSync(join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600);
});
