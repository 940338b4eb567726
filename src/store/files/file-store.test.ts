import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore, type FileStore } from './file-store.ts';

let directory: string;
let files: FileStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'file-store-'));
  files = await openFileStore(join(directory, 'files'));
});
afterAll(() => rm(directory, { recursive: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const staged = (): Promise<string[]> => readdir(join(directory, 'files', 'incoming'));

async function* inChunks(bytes: Uint8Array, sizeBytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sizeBytes) yield bytes.subarray(at, at + sizeBytes);
}

test('a stream is stored under the hash of its bytes', async () => {
  const bytes = randomBytes(300_001);
  const file = await files.stage({ stream: inChunks(bytes, 4099) });
  expect(file).toMatchObject({ sha256: sha256(bytes), sizeBytes: bytes.length });
  expect(await files.has(file.sha256)).toBe(false);
  const path = await files.place(file);
  expect(path).toBe(files.pathOf(file.sha256));
  expect(path).toBe(join(directory, 'files', file.sha256.slice(0, 2), file.sha256.slice(2)));
  expect(await readFile(path)).toEqual(bytes);
  expect(await staged()).toEqual([]);
});

test('a file is moved in, a copy leaves the original', async () => {
  const [moved, copied] = [join(directory, 'moved'), join(directory, 'copied')];
  await writeFile(moved, 'moved bytes');
  await writeFile(copied, 'copied bytes');
  await files.place(await files.stage({ path: moved }));
  await files.place(await files.stage({ copyOf: copied }));
  expect((await readdir(directory)).toSorted()).toEqual(['copied', 'files']);
  expect(await readFile(files.pathOf(sha256(Buffer.from('moved bytes'))), 'utf8')).toBe('moved bytes');
  expect(await readFile(files.pathOf(sha256(Buffer.from('copied bytes'))), 'utf8')).toBe('copied bytes');
});

test('a moved file that is not wanted after all goes back to where it was', async () => {
  const path = join(directory, 'unwanted');
  await writeFile(path, 'bytes');
  await files.discard(await files.stage({ path }));
  expect(await readFile(path, 'utf8')).toBe('bytes');
  expect(await staged()).toEqual([]);
});

test('past the size limit nothing is kept', async () => {
  const path = join(directory, 'large');
  await writeFile(path, Buffer.alloc(1001));
  await expect(files.stage({ stream: inChunks(Buffer.alloc(1001), 100) }, { maxBytes: 1000 })).rejects.toMatchObject({
    code: 'too_large',
  });
  await expect(files.stage({ path }, { maxBytes: 1000 })).rejects.toMatchObject({ code: 'too_large' });
  expect(await readFile(path)).toHaveLength(1001);
  await files.place(await files.stage({ path }, { maxBytes: 1001 }));
  expect(await staged()).toEqual([]);
});

test('a stream that breaks leaves no half file', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('connection reset');
  }
  await expect(files.stage({ stream: broken() })).rejects.toThrow('connection reset');
  expect(await staged()).toEqual([]);
});

test('what is not a hash never becomes a path', () => {
  for (const wrong of ['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/..`, '']) {
    expect(() => files.pathOf(wrong)).toThrow('not a sha-256');
  }
});

test('the same bytes brought in twice are there once, and whole', async () => {
  const bytes = randomBytes(10_000);
  const both = await Promise.all([1, 2].map(() => files.stage({ stream: inChunks(bytes, 1000) })));
  expect(new Set(await Promise.all(both.map((file) => files.place(file)))).size).toBe(1);
  expect(await readFile(files.pathOf(sha256(bytes)))).toEqual(bytes);
});

test('a sweep removes what was left half brought in, not what is on its way', async () => {
  const file = await files.stage({ stream: inChunks(Buffer.from('left behind'), 3) });
  expect(await files.sweepStaged(Date.now() - 60_000)).toBe(0);
  expect(await files.sweepStaged(Date.now() + 60_000)).toBe(1);
  await expect(files.place(file)).rejects.toThrow('ENOENT');
});
