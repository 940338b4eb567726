import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';

/** Longer than any answer may take: a picture comes in the answer itself, and a local model has to be loaded first. */
const SILENT_MS = 600_000;

/**
 * `fetch` for calls to a vendor's own address, which the operator named or the product knows: it waits as long as models
 * take, where Node's own gives up after five minutes without a byte. What comes from outside goes by `guarded-fetch.ts`.
 *
 * @param options.lookup in place of the machine's own resolver
 */
export function openVendorFetch(options: { readonly lookup?: LookupFunction } = {}): typeof globalThis.fetch {
  const { lookup } = options;
  const connect = lookup === undefined ? {} : { connect: { lookup } };
  const dispatcher = new Agent({ headersTimeout: SILENT_MS, bodyTimeout: SILENT_MS, ...connect });
  const fetch = (url: string, init: object) => undiciFetch(url, { ...init, dispatcher });
  return fetch as unknown as typeof globalThis.fetch; // the same interface, declared twice
}
