import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Role } from '#contract/generation.ts';
import { guardedFetch } from '#media/guarded-fetch.ts';
import { sniff, whatElse } from '#media/sniff.ts';
import { ProviderError } from '#providers/provider.ts';
import type { World } from '../world.ts';

/** Of a picture: the largest that vendors make is a tenth of it. Of a clip: a minute of 4K at 250 Mbit/s. */
const LIMITS = {
  image: { maxBytes: 200e6, timeoutMs: 120_000, accept: 'image/*' },
  video: { maxBytes: 2e9, timeoutMs: 900_000, accept: 'video/*' },
} as const;

/** How a result is fetched. */
export interface ResultFetch {
  readonly role: Role;
  readonly provider: string;
  readonly scratch: string;
  /** Trusted beside those the operator named: where the vendor itself is asked. */
  readonly vendorOrigin: string | null;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal;
}

/**
 * Downloads a result from an address that a vendor named, straight to disk, through the guard; its path in `scratch`.
 *
 * @throws Problem `url_refused`, `too_large`; ProviderError `permanent` where it is not what was asked for, `transient`
 *   where it is a web page
 */
export async function fetchResult(
  world: Pick<World, 'fetchOrigins' | 'random'>,
  address: string,
  { role, provider, scratch, vendorOrigin, headers, signal }: ResultFetch,
): Promise<string> {
  const kind = role === 'video' ? 'video' : 'image';
  const path = join(scratch, `result-${Buffer.from(world.random.bytes(6)).toString('hex')}`);
  await guardedFetch(
    address,
    {
      ...LIMITS[kind],
      protocols: ['https:'],
      allowedOrigins: [...world.fetchOrigins, ...(vendorOrigin === null ? [] : [vendorOrigin])],
      signal,
      ...(headers === undefined ? {} : { headers }),
    },
    (bytes) => pipeline(Readable.from(bytes), createWriteStream(path)),
  );
  if ((await sniff(path))?.kind !== kind) {
    const what = await whatElse(path);
    // No vendor makes pages: a proxy on the way does, or a store in trouble, and what was paid is still there.
    throw new ProviderError(
      what === 'a web page' ? 'transient' : 'permanent',
      provider,
      `it sent ${what} in place of a ${kind}`,
    );
  }
  return path;
}
