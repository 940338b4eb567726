import { crc32 } from 'node:zlib';

/** A file on its way into a zip; `pour` gives exactly `sizeBytes`. */
export interface ZipEntry {
  /** With `/`, relative. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly pour: () => AsyncIterable<Uint8Array>;
}

/*
 * A zip as APPNOTE 6.3.9 says, its files stored as they are: what is in it is compressed already. Sizes and checksums follow each file (bit 3), so
 * that nothing is read twice and nothing held; places and sizes beyond 4 GB are written as ZIP64 says, and only then.
 */

const MOST = 0xff_ff_ff_ff;
const UTF8_AND_DESCRIPTOR = 0x08_08;
const LOCAL = 0x04_03_4b_50;
const DESCRIPTOR = 0x08_07_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const END_64 = 0x06_06_4b_50;
const LOCATOR_64 = 0x07_06_4b_50;
const ZIP64_EXTRA = 1;
const VERSION = 45; // the first that knows ZIP64
const UNIX_FILE = 0o100_644 * 0x1_00_00;

/** How long the zip of some files will be, which is sure before any of them is read. */
export function zipSizeBytes(entries: readonly Pick<ZipEntry, 'path' | 'sizeBytes'>[]): number {
  let offset = 0;
  let central = 0;
  for (const entry of entries) {
    central += centralHeader(entry, { offset, checksum: 0 }, EPOCH).byteLength;
    offset += localHeader(entry, EPOCH).byteLength + entry.sizeBytes + descriptor(entry, 0).byteLength;
  }
  return offset + central + endRecords({ count: entries.length, offset, sizeBytes: central }).byteLength;
}

const EPOCH = new Date(Date.UTC(2020, 0, 1));

/**
 * Some files as one zip, piece by piece.
 *
 * @throws where a file gives more or fewer bytes than it said
 */
export async function* zipStream(entries: readonly ZipEntry[], changedAt: Date): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const central: Buffer[] = [];
  for (const entry of entries) {
    const head = localHeader(entry, changedAt);
    yield head;
    let checksum = 0;
    let poured = 0;
    for await (const chunk of entry.pour()) {
      checksum = crc32(chunk, checksum);
      poured += chunk.byteLength;
      yield chunk;
    }
    if (poured !== entry.sizeBytes) {
      throw new Error(`${entry.path} has ${String(poured)} bytes instead of ${String(entry.sizeBytes)}`);
    }
    const tail = descriptor(entry, checksum);
    yield tail;
    central.push(centralHeader(entry, { offset, checksum }, changedAt));
    offset += head.byteLength + poured + tail.byteLength;
  }
  const directory = Buffer.concat(central);
  yield directory;
  yield endRecords({ count: entries.length, offset, sizeBytes: directory.byteLength });
}

type Sized = Pick<ZipEntry, 'path' | 'sizeBytes'>;

function localHeader({ path, sizeBytes }: Sized, changedAt: Date): Buffer {
  const name = Buffer.from(path, 'utf8');
  // Its place is held with zeros: the sizes come in the descriptor, in eight bytes each where this field stands.
  const extra = sizeBytes > MOST ? zip64Extra([0, 0]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_AND_DESCRIPTOR, 6);
  writeMoment(header, 10, changedAt);
  const unknown = sizeBytes > MOST ? MOST : 0;
  header.writeUInt32LE(unknown, 18);
  header.writeUInt32LE(unknown, 22);
  header.writeUInt16LE(name.byteLength, 26);
  header.writeUInt16LE(extra.byteLength, 28);
  return Buffer.concat([header, name, extra]);
}

function descriptor({ sizeBytes }: Sized, checksum: number): Buffer {
  const isLong = sizeBytes > MOST;
  const record = Buffer.alloc(isLong ? 24 : 16);
  record.writeUInt32LE(DESCRIPTOR, 0);
  record.writeUInt32LE(checksum, 4);
  for (const place of [0, 1]) {
    if (isLong) record.writeBigUInt64LE(BigInt(sizeBytes), 8 + 8 * place);
    else record.writeUInt32LE(sizeBytes, 8 + 4 * place);
  }
  return record;
}

function centralHeader(
  { path, sizeBytes }: Sized,
  { offset, checksum }: { readonly offset: number; readonly checksum: number },
  changedAt: Date,
): Buffer {
  const name = Buffer.from(path, 'utf8');
  const long = [...(sizeBytes > MOST ? [sizeBytes, sizeBytes] : []), ...(offset > MOST ? [offset] : [])];
  const extra = long.length > 0 ? zip64Extra(long) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE((3 << 8) | VERSION, 4); // 3: its attributes are those of Unix
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(UTF8_AND_DESCRIPTOR, 8);
  writeMoment(header, 12, changedAt);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(Math.min(MOST, sizeBytes), 20);
  header.writeUInt32LE(Math.min(MOST, sizeBytes), 24);
  header.writeUInt16LE(name.byteLength, 28);
  header.writeUInt16LE(extra.byteLength, 30);
  header.writeUInt32LE(UNIX_FILE, 38);
  header.writeUInt32LE(Math.min(MOST, offset), 42);
  return Buffer.concat([header, name, extra]);
}

function endRecords(central: { readonly count: number; readonly offset: number; readonly sizeBytes: number }): Buffer {
  const { count, offset, sizeBytes } = central;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(sizeBytes, 12);
  end.writeUInt32LE(Math.min(MOST, offset), 16);
  if (offset <= MOST) return end;
  const long = Buffer.alloc(56);
  long.writeUInt32LE(END_64, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE((3 << 8) | VERSION, 12);
  long.writeUInt16LE(VERSION, 14);
  long.writeBigUInt64LE(BigInt(count), 24);
  long.writeBigUInt64LE(BigInt(count), 32);
  long.writeBigUInt64LE(BigInt(sizeBytes), 40);
  long.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(LOCATOR_64, 0);
  locator.writeBigUInt64LE(BigInt(offset + sizeBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, end]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, place) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * place));
  return extra;
}

/** Date and time as MS-DOS kept them, in UTC. */
function writeMoment(header: Buffer, at: number, moment: Date): void {
  const years = Math.max(0, moment.getUTCFullYear() - 1980);
  header.writeUInt16LE(
    (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    at,
  );
  header.writeUInt16LE((years << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(), at + 2);
}
