import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { woff2Directory } from './woff2-directory.ts';

/** What a font says of itself. */
export interface FontNames {
  /** Null where it has no name that can be read. */
  readonly family: string | null;
  /** 100 to 900. */
  readonly weight: number;
}

type Tables = ReadonlyMap<string, Buffer>;

const WOFF2 = 0x774f_4632;
const UNPACKED_BYTES = 64 * 1024 * 1024;
const REGULAR = 400;

/** Reads the name of a font's family and its weight: of one that was examined when it came in (font-facts.ts). */
export async function readFontNames(path: string): Promise<FontNames> {
  const bytes = await readFile(path);
  const tables = bytes.readUInt32BE(0) === WOFF2 ? await unpackedTables(bytes) : sfntTables(bytes);
  return { family: familyOf(tables.get('name')), weight: weightOf(tables.get('OS/2')) };
}

function sfntTables(bytes: Buffer): Tables {
  const count = bytes.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, place) => 12 + 16 * place);
  return new Map(
    records.map((at) => {
      const [offset, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
      return [bytes.toString('latin1', at, at + 4), bytes.subarray(offset, offset + length)];
    }),
  );
}

async function unpackedTables(bytes: Buffer): Promise<Tables> {
  const directory = woff2Directory(bytes, bytes.readUInt16BE(12));
  if (!directory) return new Map();
  const packed = bytes.subarray(directory.endsAt, directory.endsAt + bytes.readUInt32BE(20));
  const unpacked = await promisify(brotliDecompress)(packed, { maxOutputLength: UNPACKED_BYTES });
  let at = 0;
  return new Map(
    directory.tables.map(({ tag, unpackedBytes }) => {
      const table = unpacked.subarray(at, at + unpackedBytes);
      at += unpackedBytes;
      return [tag, table];
    }),
  );
}

const FAMILY = 1;
const FAMILY_OF_ALL_WEIGHTS = 16; // where `FAMILY` says "Noto Sans SemiBold", this one says "Noto Sans"
const WINDOWS = 3;
const ENGLISH = 0x409;

/** The family's name, in English where it is said in several languages (OpenType, `name`). */
function familyOf(table: Buffer | undefined): string | null {
  if (!table || table.length < 6) return null;
  const [count, stringsAt] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  let best: { readonly rank: number; readonly name: string } | null = null;
  for (let at = 6; at + 12 <= Math.min(table.length, 6 + 12 * count); at += 12) {
    const [platform, language, id] = [table.readUInt16BE(at), table.readUInt16BE(at + 4), table.readUInt16BE(at + 6)];
    if (id !== FAMILY && id !== FAMILY_OF_ALL_WEIGHTS) continue;
    const from = stringsAt + table.readUInt16BE(at + 10);
    const name = textOf(table.subarray(from, from + table.readUInt16BE(at + 8)), platform);
    const rank =
      (id === FAMILY_OF_ALL_WEIGHTS ? 4 : 0) + (platform === WINDOWS ? 2 : 0) + (language === ENGLISH ? 1 : 0);
    if (name !== '' && rank > (best?.rank ?? -1)) best = { rank, name };
  }
  return best?.name ?? null;
}

/** Macintosh names are one byte a letter, all others UTF-16 with the high byte first. */
function textOf(bytes: Buffer, platform: number): string {
  const MACINTOSH = 1;
  if (platform === MACINTOSH) return bytes.toString('latin1').trim();
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return whole.swap16().toString('utf16le').replaceAll('\0', '').trim();
}

/** In steps of a hundred, as a text asks for one. */
function weightOf(table: Buffer | undefined): number {
  if (!table || table.length < 6) return REGULAR;
  const said = table.readUInt16BE(4);
  return said === 0 ? REGULAR : Math.min(900, Math.max(100, 100 * Math.round(said / 100)));
}
