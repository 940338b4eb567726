import { isIPv6 } from 'node:net';
import type { AttemptLimit, AttemptRule } from './attempt-limit.ts';

const QUARTER_HOUR_MS = 15 * 60_000;

/** Wrong passwords for one account from one place, and from one place for any account. */
const LOGIN: AttemptRule = { attempts: 10, windowMs: QUARTER_HOUR_MS };
const LOGIN_ANY: AttemptRule = { attempts: 50, windowMs: QUARTER_HOUR_MS };
/** A household or an office signs up at once; a robot wants thousands, and each costs 17 ms of hashing. */
const REGISTER: AttemptRule = { attempts: 20, windowMs: 60 * 60_000 };

/**
 * Counts an attempt to prove a password; call what comes back when it was right.
 *
 * @throws Problem `rate_limited`
 */
export function takeLoginAttempt(limit: AttemptLimit, account: string, ip: string): () => void {
  const places = [`login ${placeOf(ip)} ${account}`, `login ${placeOf(ip)}`] as const;
  limit.take(places[0], LOGIN);
  limit.take(places[1], LOGIN_ANY);
  return () => {
    for (const place of places) limit.giveBack(place);
  };
}

/** Counts an attempt to open an account, whatever comes of it. */
export function takeRegisterAttempt(limit: AttemptLimit, ip: string): void {
  limit.take(`register ${placeOf(ip)}`, REGISTER);
}

/** One subscriber has a whole /64 of IPv6 addresses (RFC 6177), so that is one place. */
function placeOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':');
}
