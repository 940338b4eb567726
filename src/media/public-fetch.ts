import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { openVendorFetch } from './vendor-fetch.ts';

/** What decides where a call may go, besides the world's own. */
interface Reach {
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
  readonly isPublic?: (address: string) => boolean;
}

/**
 * The `fetch` for calls to a vendor's address that a user named: it connects to the public internet only, at the addresses
 * that were looked at and no others. What it refuses was never sent, and fails like a host that cannot be reached.
 */
export function openPublicFetch(reach: Reach = {}): typeof globalThis.fetch {
  const { resolve = (hostname) => lookup(hostname, { all: true }), isPublic = isPublicAddress } = reach;
  const fetch = openVendorFetch({
    lookup: (hostname, { all }, done) => {
      resolve(hostname).then(
        (addresses) => {
          const [first] = addresses;
          if (!first || !addresses.every(({ address }) => isPublic(address))) done(notPublic(hostname), '', 0);
          else if (all) done(null, [...addresses]);
          else done(null, first.address, first.family);
        },
        (error: Error) => done(error, '', 0),
      );
    },
  });
  return async (input, init) => {
    // A numeric host, in whatever notation, is a plain address here: URL has made it one. It is never looked up.
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !isPublic(literal)) throw notPublic(hostname);
    return fetch(input, init);
  };
}

/** With the code by which `callVendor` knows that nothing was sent. */
function notPublic(hostname: string): Error {
  return Object.assign(new Error(`${hostname} does not lie on the public internet`), { code: 'EHOSTUNREACH' });
}
