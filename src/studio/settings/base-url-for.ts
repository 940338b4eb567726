import { isIP } from 'node:net';
import { Problem } from '#contract/problems.ts';
import { isPublicAddress } from '#media/public-address.ts';
import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { World } from '../world.ts';

/** Where a provider is asked, and whether that has to lie on the public internet. */
export interface BaseUrlChoice {
  readonly baseUrl: string | undefined;
  readonly isPublicOnly: boolean;
}

/**
 * Where a provider is asked: at the user's own address, else at the operator's, else at the provider's.
 *
 * A user's own is https on the public internet, or lies on an origin that whoever runs the server has named.
 *
 * @throws Problem `url_refused`, naming the variable that would allow it
 */
export function baseUrlFor(
  world: Pick<World, 'baseUrls' | 'fetchOrigins'>,
  provider: Pick<Provider, 'id' | 'vendor' | 'baseUrl'>,
  ownBaseUrl: string | undefined,
): BaseUrlChoice {
  const usual = world.baseUrls[vendorOf(provider)] ?? provider.baseUrl;
  if (ownBaseUrl === undefined) return { baseUrl: usual, isPublicOnly: false };
  const baseUrl = ownBaseUrl.replace(/\/+$/, ''); // paths begin with a slash
  const { origin, protocol, hostname } = new URL(baseUrl);
  const named = [...world.fetchOrigins, ...[usual, provider.baseUrl].flatMap(originOf)];
  if (named.includes(origin)) return { baseUrl, isPublicOnly: false };
  const literal = hostname.replace(/^\[|\]$/g, '');
  const isInside = isIP(literal) === 0 ? isLocalName(hostname) : !isPublicAddress(literal);
  if (protocol === 'https:' && !isInside) return { baseUrl, isPublicOnly: true };
  throw new Problem('url_refused', { url: ownBaseUrl, reason: refusal(provider, origin, ownBaseUrl) });
}

/** Whoever runs the server is told what to set, word for word. */
function refusal(provider: Pick<Provider, 'id' | 'vendor'>, origin: string, ownBaseUrl: string): string {
  const variable = `SCENEWRIGHT_${vendorOf(provider).toUpperCase().replaceAll('-', '_')}_BASE_URL`;
  return (
    'it is not https on the public internet, and may only be asked where whoever runs the server has named it: ' +
    `set SCENEWRIGHT_FETCH_ORIGINS=${origin}, or ${variable}=${ownBaseUrl}, and start the server again`
  );
}

const originOf = (url: string | undefined): string[] => (url === undefined ? [] : [new URL(url).origin]);

/** Names that no public resolver knows; what others resolve to is looked at when they are asked. */
const isLocalName = (hostname: string): boolean =>
  hostname === 'localhost' || /\.(?:localhost|local|internal)$/.test(hostname);
