import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { type ZipEntry, zipSizeBytes, zipStream } from './zip-stream.ts';

const directory = mkdtempSync(join(tmpdir(), 'scenewright-zip-'));
afterAll(() => rmSync(directory, { recursive: true }));

function entry(path: string, ...chunks: string[]): ZipEntry {
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  return {
    path,
    sizeBytes: bytes.reduce((sum, chunk) => sum + chunk.byteLength, 0),
    pour: async function* () {
      yield* bytes;
    },
  };
}

async function bytesOf(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(entries, new Date('2026-11-21T10:00:00Z'))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Reads a zip from its end, as programs do: places, sizes and checksums from the central directory. */
function read(zip: Buffer): Record<string, { readonly text: string; readonly checksum: number }> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const [count, offset] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const found: Record<string, { text: string; checksum: number }> = {};
  for (let at = offset, place = 0; place < count; place++) {
    expect(zip.readUInt32LE(at)).toBe(0x02_01_4b_50);
    const [checksum, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const [nameLength, extra, local] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    expect(zip.readUInt32LE(local)).toBe(0x04_03_4b_50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found[name] = { text: zip.toString('utf8', start, start + size), checksum };
    at += 46 + nameLength + extra;
  }
  return found;
}

test('a zip is exactly as long as was said before, and holds what was put in', async () => {
  const entries = [entry('manifest.json', '{', '}'), entry('media/çay.txt', 'Su ', 've ', 'taş'), entry('empty')];
  const zip = await bytesOf(entries);
  expect(zip.byteLength).toBe(zipSizeBytes(entries));
  expect(read(zip)).toEqual({
    'manifest.json': { text: '{}', checksum: 0xa3_a6_bf_43 },
    'media/çay.txt': { text: 'Su ve taş', checksum: expect.any(Number) },
    empty: { text: '', checksum: 0 },
  });
});

test('a file that is not as long as it said breaks the zip off', async () => {
  await expect(bytesOf([{ ...entry('a', 'abc'), sizeBytes: 4 }])).rejects.toThrow('a has 3 bytes instead of 4');
});

const unzip = spawnSync('unzip', ['-v']).status === 0 ? 'unzip' : null;

test.skipIf(unzip === null)('another program finds nothing wrong with it', async () => {
  const path = join(directory, 'small.zip');
  await pipeline(zipStream([entry('a/b.txt', 'words'), entry('ş.bin', '\u0000')], new Date()), createWriteStream(path));
  const tested = spawnSync('unzip', ['-t', path], { encoding: 'utf8' });
  expect(tested.stdout).toContain('No errors detected');
  expect(spawnSync('unzip', ['-p', path, 'a/b.txt'], { encoding: 'utf8' }).stdout).toBe('words');
});

test('what lies beyond four gigabytes is written the long way, and as long as was said', async () => {
  const chunk = Buffer.alloc(2 ** 26);
  const large: ZipEntry = {
    path: 'large.mp4',
    sizeBytes: 65 * chunk.byteLength,
    pour: async function* () {
      for (let count = 0; count < 65; count++) yield chunk;
    },
  };
  const entries = [large, entry('after.txt', 'still here')];
  let length = 0;
  let tail = Buffer.alloc(0);
  for await (const piece of zipStream(entries, new Date())) {
    length += piece.byteLength;
    if (piece.byteLength < 1000) tail = Buffer.concat([tail, piece]);
  }
  expect(length).toBe(zipSizeBytes(entries));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  expect(tail.readUInt32LE(end + 16)).toBe(0xff_ff_ff_ff);
  const locator = end - 20;
  expect(tail.readUInt32LE(locator)).toBe(0x07_06_4b_50);
  const record = locator - 56;
  expect(tail.readUInt32LE(record)).toBe(0x06_06_4b_50);
  expect(Number(tail.readBigUInt64LE(locator + 8))).toBe(length - 22 - 20 - 56);
  expect(Number(tail.readBigUInt64LE(record + 24))).toBe(2);
});
