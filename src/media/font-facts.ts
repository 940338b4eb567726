import { readFile } from 'node:fs/promises';
import { brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import { woff2Directory } from './woff2-directory.ts';

/** What a file is as a font. */
export type FontReading =
  | { readonly status: 'read'; readonly mime: 'font/ttf' | 'font/otf' | 'font/woff2' }
  | { readonly status: 'broken'; readonly reason: string }
  /** By its first bytes it is no font at all. */
  | { readonly status: 'none' };

/** sfnt versions: TrueType outlines by Microsoft and by Apple, and PostScript ones (CFF). */
const FORMATS = new Map([
  [0x0001_0000, 'font/ttf'],
  [0x7472_7565, 'font/ttf'],
  [0x4f54_544f, 'font/otf'],
] as const);
const WOFF2 = 0x774f_4632;
const MOST_TABLES = 128; // fonts have ten to forty
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];
const UNPACKED_BYTES = 64 * 1024 * 1024; // the largest of the Noto fonts are a third of it
const WOFF2_HEADER_BYTES = 48;

/** Whether four bytes are those a font begins with. */
export function beginsAsFont(bytes: Buffer): boolean {
  if (bytes.length < 4) return false;
  const signature = bytes.readUInt32BE(0);
  return signature === WOFF2 || FORMATS.has(signature as never);
}

/**
 * Reads the table directory of a TrueType, OpenType or WOFF2 font and checks it against the file: what it needs is there,
 * each table lies within the file, and WOFF2 does not unpack to more than 64 MB.
 */
export async function fontFacts(path: string): Promise<FontReading> {
  const bytes = await readFile(path);
  if (bytes.length < 12) return { status: 'none' };
  const signature = bytes.readUInt32BE(0);
  if (signature === WOFF2) return woff2(bytes);
  const mime = FORMATS.get(signature as never);
  return mime === undefined ? { status: 'none' } : (sfntFault(bytes) ?? { status: 'read', mime });
}

const broken = (reason: string): FontReading => ({ status: 'broken', reason });

function sfntFault(bytes: Buffer): FontReading | null {
  const count = bytes.readUInt16BE(4);
  if (count === 0 || count > MOST_TABLES || 12 + 16 * count > bytes.length)
    return broken('its table directory is damaged');
  const names = new Set<string>();
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    const [offset, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    if (offset + length > bytes.length) return broken('it is cut off');
    names.add(bytes.toString('latin1', at, at + 4));
  }
  const missing = NEEDED.filter((name) => !names.has(name));
  return missing.length === 0 ? null : broken(`it has no ${missing.join(', ')} table`);
}

async function woff2(bytes: Buffer): Promise<FontReading> {
  if (bytes.length < WOFF2_HEADER_BYTES || bytes.readUInt32BE(8) !== bytes.length) return broken('it is cut off');
  const count = bytes.readUInt16BE(12);
  if (count === 0 || count > MOST_TABLES) return broken('its table directory is damaged');
  const packedBytes = bytes.readUInt32BE(20);
  if (bytes.readUInt32BE(16) > UNPACKED_BYTES || packedBytes > bytes.length) return broken('it unpacks to too much');
  const directory = woff2Directory(bytes, count);
  if (directory === null || directory.endsAt + packedBytes > bytes.length)
    return broken('its table directory is damaged');
  try {
    const packed = bytes.subarray(directory.endsAt, directory.endsAt + packedBytes);
    await promisify(brotliDecompress)(packed, { maxOutputLength: UNPACKED_BYTES });
  } catch {
    return broken('it cannot be unpacked');
  }
  return { status: 'read', mime: 'font/woff2' };
}
