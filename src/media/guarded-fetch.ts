import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request, type Dispatcher } from 'undici';
import { Problem } from '#contract/problems.ts';
import { isPublicAddress } from './public-address.ts';

/** What may be fetched, and how much of it. */
export interface GuardedFetch {
  readonly protocols: readonly ('http:' | 'https:')[];
  readonly maxBytes: number;
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs: number;
  /** What the sender is asked for. */
  readonly accept: string;
  /** Origins the operator trusts, such as `http://127.0.0.1:8188`: neither their addresses nor their protocol are questioned. */
  readonly allowedOrigins: readonly string[];
  /** Sent to the origin of the address only, and not to where it sends us on. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Instead of the machine's own resolver. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

/** What came back. */
export interface Fetched<T> {
  /** Where it was in the end. */
  readonly url: URL;
  readonly contentType: string;
  readonly content: T;
}

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;

/**
 * Fetches an address that somebody gave us, and hands its bytes to `read`; the only way such an address is ever asked.
 *
 * It is resolved first, and only public addresses are connected to, those that were looked at and no others; every redirect
 * goes through the same. Nothing of ours is sent along but the headers that were given: no cookie, no key, no referrer.
 *
 * @throws Problem `url_refused`, with `mayPass` where another time might do; `too_large`
 */
export async function guardedFetch<T>(
  address: string,
  options: GuardedFetch,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<Fetched<T>> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let url = parse(address, options);
  const { origin } = url;
  try {
    for (let hop = 0; ; hop++) {
      const headers = url.origin === origin ? options.headers : {};
      const next = await ask(url, { ...options, headers: headers ?? {} }, signal, read);
      if (!(next instanceof URL)) return next;
      if (hop >= MOST_REDIRECTS) throw refused(url, 'it sends us from one address to the next');
      url = next;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    options.signal?.throwIfAborted();
    throw mayPass(url, timeout.aborted ? 'it takes too long' : 'it cannot be reached', error);
  }
}

/** One request: what was read, or where to go on. */
async function ask<T>(
  url: URL,
  options: GuardedFetch,
  signal: AbortSignal,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<Fetched<T> | URL> {
  const agent = agentFor(url, options);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headersTimeout: options.timeoutMs,
      headers: {
        accept: options.accept,
        'accept-encoding': 'identity',
        'user-agent': 'Scenewright',
        ...options.headers,
      },
    });
    const location = single(answer.headers['location']);
    if (REDIRECTS.includes(answer.statusCode) && location !== '') return parse(location, options, url);
    if (answer.statusCode !== 200) throw mayPass(url, `it answers ${answer.statusCode}`);
    if (Number(single(answer.headers['content-length'])) > options.maxBytes) throw tooLarge(options.maxBytes);
    const content = await read(capped(unpacked(answer, url), options.maxBytes));
    return { url, contentType: single(answer.headers['content-type']), content };
  } finally {
    await agent.destroy();
  }
}

/** An address that may be asked; its form is judged here, what it resolves to when it is connected. */
function parse(address: string, options: GuardedFetch, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw refusedText(address, 'it is not an address');
  const url = new URL(address, base);
  if (url.username !== '' || url.password !== '') throw refused(url, 'it holds a user name or a password');
  if (options.allowedOrigins.includes(url.origin)) return url;
  if (!(options.protocols as readonly string[]).includes(url.protocol)) {
    throw refused(url, `only ${options.protocols.map((protocol) => `${protocol}//`).join(' and ')} is taken`);
  }
  // A numeric host, in whatever notation, is a plain address here: URL has made it one. It is never resolved.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw refused(url, NOT_PUBLIC);
  return url;
}

const NOT_PUBLIC = 'it does not lie on the public internet';

/** A connection to the addresses that were looked at: resolving and checking are the connection's own lookup. */
function agentFor(url: URL, options: GuardedFetch): Agent {
  const isAllowed = options.allowedOrigins.includes(url.origin);
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  return new Agent({
    connect: {
      timeout: options.timeoutMs,
      lookup: (hostname, { all }, done) => {
        resolve(hostname).then(
          (addresses) => {
            const [first] = addresses;
            const isPublic = addresses.every(({ address }) => isPublicAddress(address));
            if (!first || (!isPublic && !isAllowed)) done(refused(url, NOT_PUBLIC), '', 0);
            else if (all) done(null, [...addresses]);
            else done(null, first.address, first.family);
          },
          (error: Error) => done(error, '', 0),
        );
      },
    },
  });
}

/** The body as it was meant; a sender that packs it all the same is understood. */
function unpacked({ headers, body }: Dispatcher.ResponseData, url: URL): Readable {
  const encoding = single(headers['content-encoding']).toLowerCase();
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (unpack === null) {
    if (encoding !== '' && encoding !== 'identity') throw refused(url, `it is packed as ${encoding.slice(0, 40)}`);
    return body;
  }
  body.on('error', (error) => unpack.destroy(error));
  return body.pipe(unpack);
}

async function* capped(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function tooLarge(maxBytes: number): Problem {
  return new Problem('too_large', { what: 'What lies at that address', limit: `${Math.floor(maxBytes / 1e6)} MB` });
}

/** The query is left out: keys are written there. */
function refused(url: URL, reason: string, cause?: unknown): Problem {
  return refusedText(`${url.protocol}//${url.host}${url.pathname}`, reason, cause);
}

/** Of what is not there, or not now: an address may be given anew, and a host may come back. */
function mayPass(url: URL, reason: string, cause?: unknown): Problem {
  const { facts } = refused(url, reason);
  return new Problem('url_refused', { ...facts, mayPass: true }, { cause });
}

function refusedText(address: string, reason: string, cause?: unknown): Problem {
  return new Problem('url_refused', { url: address.slice(0, 200), reason }, { cause });
}
