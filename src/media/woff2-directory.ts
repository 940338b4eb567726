const HEADER_BYTES = 48;
const OWN_TAG = 63;
const GLYF = 10;
const LOCA = 11;
const KNOWN = new Map([
  [5, 'name'],
  [6, 'OS/2'],
  [GLYF, 'glyf'],
  [LOCA, 'loca'],
]);

/** The tables of a WOFF2 font, in the order in which they lie in what it packs. */
export interface Woff2Directory {
  readonly tables: readonly { readonly tag: string; readonly unpackedBytes: number }[];
  /** Where the packed bytes begin. */
  readonly endsAt: number;
}

/**
 * Reads the directory of a WOFF2 font (WOFF2 4.1): entries are of different lengths, being flags, a tag where it is no
 * usual one, and one or two lengths of 1 to 5 bytes. Tags that nobody here asks for are left empty.
 *
 * @returns null where it runs out of the file
 */
export function woff2Directory(bytes: Buffer, count: number): Woff2Directory | null {
  let at = HEADER_BYTES;
  const length = (): number => {
    let value = 0;
    for (let more = true; more && at < bytes.length;) {
      const byte = bytes[at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      more = (byte & 0x80) !== 0;
    }
    return value;
  };
  const tables: { tag: string; unpackedBytes: number }[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at >= bytes.length) return null;
    const flags = bytes[at++] ?? 0;
    const [known, version] = [flags & 0x3f, flags >> 6];
    const tag = known === OWN_TAG ? bytes.toString('latin1', at, at + 4) : (KNOWN.get(known) ?? '');
    if (known === OWN_TAG) at += 4;
    const isOutline = tag === 'glyf' || tag === 'loca';
    const isTransformed = isOutline ? version !== 3 : version !== 0;
    const original = length();
    tables.push({ tag, unpackedBytes: isTransformed ? length() : original });
  }
  return at > bytes.length ? null : { tables, endsAt: at };
}
