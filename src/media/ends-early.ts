import { open, type FileHandle } from 'node:fs/promises';

const BLOCK_BYTES = 256 * 1024;

/**
 * Whether a picture stops before its format says it ends: half an upload, whose rest a decoder would paint grey. What
 * follows after the end is nobody's business: phones put films and depth maps there.
 *
 * @param mime what it is by its first bytes; of a kind that is not known here, and refused by its decoder when it is cut,
 *   nothing is said
 */
export async function endsEarly(path: string, mime: string): Promise<boolean> {
  const hasEnd = READERS.get(mime);
  if (!hasEnd) return false;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return !(await hasEnd(new Reader(file), size));
  } finally {
    await file.close();
  }
}

type HasEnd = (reader: Reader, sizeBytes: number) => Promise<boolean>;

const READERS: ReadonlyMap<string, HasEnd> = new Map<string, HasEnd>([
  ['image/jpeg', jpegHasEnd],
  ['image/png', pngHasEnd],
  ['image/webp', async (reader, sizeBytes) => ((await reader.at(4, 4))?.readUInt32LE() ?? Infinity) + 8 <= sizeBytes],
]);

const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
/** What follows 0xff without being a segment: an escaped 0xff, padding, restarts of the entropy coder, TEM. */
const isNoSegment = (code: number): boolean =>
  code === 0 || code === 1 || code === MARKER || (code >= 0xd0 && code <= START_OF_IMAGE);

/** From segment to segment; the coded picture after each scan header is looked through for the next one. */
async function jpegHasEnd(reader: Reader): Promise<boolean> {
  let at = 2;
  for (;;) {
    const found = await reader.find(MARKER, at);
    const code = found === null ? undefined : (await reader.at(found + 1, 1))?.[0];
    if (found === null || code === undefined) return false;
    if (code === END_OF_IMAGE) return true;
    if (isNoSegment(code)) at = found + (code === MARKER ? 1 : 2);
    else {
      const length = (await reader.at(found + 2, 2))?.readUInt16BE();
      if (length === undefined) return false;
      at = found + 2 + length;
    }
  }
}

/** From chunk to chunk: length, name, content, checksum. */
async function pngHasEnd(reader: Reader): Promise<boolean> {
  for (let at = 8; ;) {
    const head = await reader.at(at, 8);
    if (head === null) return false;
    const next = at + 12 + head.readUInt32BE();
    if (head.toString('latin1', 4) === 'IEND') return (await reader.at(next - 1, 1)) !== null;
    at = next;
  }
}

/** Reads a file a block at a time. */
class Reader {
  readonly #file: FileHandle;
  #start = 0;
  #block = Buffer.alloc(0);

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** So many bytes from there; null where the file ends before. */
  async at(position: number, length: number): Promise<Buffer | null> {
    if (position < this.#start || position + length > this.#start + this.#block.length) await this.#load(position);
    const from = position - this.#start;
    return from + length > this.#block.length ? null : this.#block.subarray(from, from + length);
  }

  /** Where that byte is next, from a place on. */
  async find(byte: number, position: number): Promise<number | null> {
    for (let from = position; (await this.at(from, 1)) !== null; from = this.#start + this.#block.length) {
      const found = this.#block.indexOf(byte, from - this.#start);
      if (found !== -1) return this.#start + found;
    }
    return null;
  }

  async #load(position: number): Promise<void> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.allocUnsafe(BLOCK_BYTES), 0, BLOCK_BYTES, position);
    this.#start = position;
    this.#block = buffer.subarray(0, bytesRead);
  }
}
