import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { fontFiles } from './fonts.ts';
import { readFont } from './read-font.ts';

const ttf = await readFile(fontFiles[0]?.path ?? '');
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(inject('runDirectory'), 'fonts-'));
});

async function reading(bytes: Uint8Array) {
  const path = join(directory, 'font');
  await writeFile(path, bytes);
  return readFont(path);
}

/** A number of 32 bits as WOFF2 writes it: seven bits a byte, the highest first. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** The same tables as WOFF2, none of them transformed. */
function woff2Of(sfnt: Buffer, change: { readonly unpackedBytes?: number; readonly packed?: Buffer } = {}): Buffer {
  const tables = Array.from({ length: sfnt.readUInt16BE(4) }, (_, place) => {
    const at = 12 + 16 * place;
    const [offset, length] = [sfnt.readUInt32BE(at + 8), sfnt.readUInt32BE(at + 12)];
    return { tag: sfnt.toString('latin1', at, at + 4), bytes: sfnt.subarray(offset, offset + length) };
  });
  const directoryBytes = Buffer.from(
    tables.flatMap(({ tag, bytes }) => {
      const isOutline = tag === 'glyf' || tag === 'loca';
      return [63 | (isOutline ? 3 << 6 : 0), ...Buffer.from(tag, 'latin1'), ...base128(bytes.length)];
    }),
  );
  const packed = change.packed ?? brotliCompressSync(Buffer.concat(tables.map(({ bytes }) => bytes)));
  const header = Buffer.alloc(48);
  header.write('wOF2', 'latin1');
  header.writeUInt32BE(0x0001_0000, 4);
  header.writeUInt32BE(48 + directoryBytes.length + packed.length, 8);
  header.writeUInt16BE(tables.length, 12);
  header.writeUInt32BE(change.unpackedBytes ?? sfnt.length, 16);
  header.writeUInt32BE(packed.length, 20);
  return Buffer.concat([header, directoryBytes, packed]);
}

/** The table directory with one table under another name. */
function renamed(sfnt: Buffer, tag: string): Buffer {
  const changed = Buffer.from(sfnt);
  changed.write('XXXX', changed.indexOf(tag, 12, 'latin1'), 'latin1');
  return changed;
}

/** The same directory, with nothing in the tables. */
function hollow(sfnt: Buffer): Buffer {
  const changed = Buffer.from(sfnt);
  return changed.fill(0, 12 + 16 * sfnt.readUInt16BE(4));
}

describe('a font', () => {
  test('a TrueType font and the same as WOFF2 are read by what they hold', async () => {
    expect(await reading(ttf)).toEqual({ status: 'read', mime: 'font/ttf' });
    expect(await reading(woff2Of(ttf))).toEqual({ status: 'read', mime: 'font/woff2' });
  });

  test('a picture, a page and a few bytes are no font', async () => {
    for (const bytes of [Buffer.from('\u0089PNG\r\n', 'latin1'), Buffer.from('<html>'), Buffer.from([0, 1])]) {
      expect(await reading(bytes)).toEqual({ status: 'none' });
    }
  });

  test.each([
    ['cut off', ttf.subarray(0, ttf.length / 2)],
    ['with a directory beyond its end', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 90]), Buffer.alloc(100)])],
    ['of no tables', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 0]), Buffer.alloc(100)])],
    ['without a map of its letters', renamed(ttf, 'cmap')],
    ['whose tables hold nothing', hollow(ttf)],
    ['as WOFF2, cut off', woff2Of(ttf).subarray(0, 5000)],
    ['as WOFF2 that says it is 4 GB', woff2Of(ttf, { unpackedBytes: 0xffff_ffff })],
    ['as WOFF2 that is 100 MB in secret', woff2Of(ttf, { packed: brotliCompressSync(Buffer.alloc(100e6)) })],
    ['as WOFF2 that is not packed at all', woff2Of(ttf, { packed: Buffer.alloc(500, 7) })],
  ])('one %s is refused in a sentence', async (_, bytes) => {
    expect(await reading(bytes)).toEqual({ status: 'broken', reason: expect.any(String) });
  });

  test('one whose reading takes too long is refused', async () => {
    const path = join(directory, 'slow');
    await writeFile(path, ttf);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const slow = readFont(path);
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(20_000); // at once, before an answer can come
    vi.useRealTimers();
    expect(await slow).toEqual({ status: 'broken', reason: 'reading it took longer than 20 s' });
  });
});
