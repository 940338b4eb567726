import { open } from 'node:fs/promises';

/*
 * What an MP4 says of itself, read from its boxes (ISO/IEC 14496-12, -14, -15): what a player believes, whatever a library makes of it.
 */

/** One track as the file describes it. */
export interface MovieTrack {
  readonly kind: 'vide' | 'soun';
  /** `avc1`, `mp4a`, … */
  readonly codec: string;
  readonly timescale: number;
  readonly samples: number;
  /** Of the samples themselves, without the edit list. */
  readonly mediaS: number;
  /** Lengths in ticks of which the samples are, each once. */
  readonly sampleTicks: readonly number[];
  /** What of them is presented, and from where; null without an edit list. */
  readonly edits: readonly { readonly durationS: number; readonly fromTick: number }[] | null;
  /** Earliest moment that is presented, in ticks: the composition offset of the first sample. */
  readonly firstOffsetTicks: number;
  readonly width: number;
  readonly height: number;
  /** Primaries, transfer, matrix and whether the range is full; null where nothing is said. */
  readonly colour: { readonly tags: readonly [number, number, number]; readonly isFull: boolean } | null;
  /** 100 is High. */
  readonly h264Profile: number | null;
  readonly sampleRate: number | null;
}

/** A whole file. */
export interface Movie {
  /** Top-level boxes in their order. */
  readonly order: readonly string[];
  readonly tracks: readonly MovieTrack[];
}

interface Box {
  readonly kind: string;
  readonly body: Buffer;
}

/** Reads the index of an MP4; its samples are passed over. */
export async function readMovie(path: string): Promise<Movie> {
  await using file = await open(path);
  const { size: sizeBytes } = await file.stat();
  const order: string[] = [];
  let moov = Buffer.alloc(0);
  for (let at = 0; at < sizeBytes;) {
    const head = Buffer.alloc(16);
    await file.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const kind = head.toString('latin1', 4, 8);
    const headBytes = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? sizeBytes - at : short;
    order.push(kind);
    if (kind === 'moov') {
      moov = Buffer.alloc(length - headBytes);
      await file.read(moov, 0, moov.length, at + headBytes);
    }
    at += Math.max(8, length);
  }
  const movieTimescale = numbers(one(moov, 'mvhd')).timescale;
  const tracks = boxes(moov)
    .filter(({ kind }) => kind === 'trak')
    .map(({ body }) => trackOf(body, movieTimescale));
  return { order, tracks };
}

function* walk(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at) || bytes.length - at;
    yield { kind: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + length) };
    at += Math.max(8, length);
  }
}

const boxes = (bytes: Buffer): readonly Box[] => [...walk(bytes)];

/** The only box of a kind; nothing where there is none. */
function one(bytes: Buffer, ...path: readonly string[]): Buffer {
  return path.reduce((inside, kind) => boxes(inside).find((box) => box.kind === kind)?.body ?? Buffer.alloc(0), bytes);
}

/** Time scale and duration, which `mvhd` and `mdhd` begin with. */
function numbers(header: Buffer): { readonly timescale: number; readonly duration: number } {
  return header.readUInt8(0) === 1
    ? { timescale: header.readUInt32BE(20), duration: Number(header.readBigUInt64BE(24)) }
    : { timescale: header.readUInt32BE(12), duration: header.readUInt32BE(16) };
}

function trackOf(trak: Buffer, movieTimescale: number): MovieTrack {
  const mdia = one(trak, 'mdia');
  const { timescale } = numbers(one(mdia, 'mdhd'));
  const stbl = one(mdia, 'minf', 'stbl');
  const entry = boxes(one(stbl, 'stsd').subarray(8))[0] ?? { kind: '', body: Buffer.alloc(0) };
  const isPicture = one(mdia, 'hdlr').toString('latin1', 8, 12) === 'vide';
  const inside = entry.body.subarray(isPicture ? 78 : 28);
  const times = pairs(one(stbl, 'stts'));
  const offsets = pairs(one(stbl, 'ctts'));
  const colr = one(inside, 'colr');
  const isTold = colr.toString('latin1', 0, 4) === 'nclx';
  const avcC = one(inside, 'avcC');
  const tkhd = one(trak, 'tkhd');
  return {
    kind: isPicture ? 'vide' : 'soun',
    codec: entry.kind,
    timescale,
    samples: times.reduce((sum, [count]) => sum + count, 0),
    mediaS: times.reduce((sum, [count, ticks]) => sum + count * ticks, 0) / timescale,
    sampleTicks: [...new Set(times.map(([, ticks]) => ticks))],
    edits: editsOf(one(trak, 'edts', 'elst'), movieTimescale),
    firstOffsetTicks: offsets[0]?.[1] ?? 0,
    width: tkhd.readUInt32BE(tkhd.length - 8) / 65_536,
    height: tkhd.readUInt32BE(tkhd.length - 4) / 65_536,
    colour: isTold
      ? {
          tags: [colr.readUInt16BE(4), colr.readUInt16BE(6), colr.readUInt16BE(8)],
          isFull: (colr.readUInt8(10) & 0x80) !== 0,
        }
      : null,
    h264Profile: avcC.length > 1 ? avcC.readUInt8(1) : null,
    sampleRate: isPicture ? null : entry.body.readUInt32BE(24) / 65_536,
  };
}

/** The runs of a table of counts and values. */
function pairs(table: Buffer): readonly (readonly [number, number])[] {
  if (table.length < 8) return [];
  return Array.from({ length: table.readUInt32BE(4) }, (_, place) => [
    table.readUInt32BE(8 + 8 * place),
    table.readInt32BE(12 + 8 * place),
  ]);
}

function editsOf(elst: Buffer, movieTimescale: number): MovieTrack['edits'] {
  if (elst.length < 8) return null;
  const isLong = elst.readUInt8(0) === 1;
  return Array.from({ length: elst.readUInt32BE(4) }, (_, place) => {
    const at = 8 + (isLong ? 20 : 12) * place;
    return isLong
      ? { durationS: Number(elst.readBigUInt64BE(at)) / movieTimescale, fromTick: Number(elst.readBigInt64BE(at + 8)) }
      : { durationS: elst.readUInt32BE(at) / movieTimescale, fromTick: elst.readInt32BE(at + 4) };
  });
}
