import { z } from 'zod';

/** What an id may name; the prefix is part of the id, so that a reader of a log knows what it sees. */
export const idPrefixes = {
  user: 'user',
  workspace: 'wsp',
  project: 'proj',
  work: 'work',
  scene: 'scn',
  take: 'take',
  generation: 'gen',
  asset: 'asset',
  template: 'tmpl',
  export: 'exp',
  job: 'job',
  clip: 'clip',
  overlay: 'ovl',
  session: 'ses',
  token: 'tok',
  media: 'med',
} as const;

export type IdKind = keyof typeof idPrefixes;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'; // lower case, without i l o u: readable aloud

/**
 * Makes an id `prefix_` + 10 characters of time + 16 of randomness (a ULID in lower case), which sorts by creation.
 *
 * @param nowMs Unix milliseconds
 * @param random at least 16 bytes; five bits of each are used
 */
export function makeId(kind: IdKind, nowMs: number, random: Uint8Array): string {
  let time = '';
  for (let rest = nowMs, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  let tail = '';
  for (let place = 0; place < 16; place++) tail += CROCKFORD.charAt((random[place] ?? 0) & 31);
  return `${idPrefixes[kind]}_${time}${tail}`;
}

/** An id as it comes from outside: its prefix and a bounded run of letters and digits, nothing a path could use. */
export function idSchema(kind: IdKind) {
  return z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{1,40}$`), `expected an id like ${idPrefixes[kind]}_…`);
}
