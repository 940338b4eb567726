import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';

const headers = {
  llm: 'x-api-key',
  vision: 'x-api-key',
  image: 'x-image-api-key or x-api-key',
  video: 'x-video-api-key or x-api-key',
} as const satisfies Record<Role, string>;

/** Which key goes along with a call. */
export interface KeyChoice {
  /** The request's own, in clear; null where there is none, or where the stored one is read when it runs. */
  readonly apiKey: string | null;
  /** Whether any goes along, the request's or the stored one: where a provider is keyless, it may cost only then. */
  readonly hasKey: boolean;
}

/**
 * The key a provider is asked with: the request's before the stored one; none where it takes none, whatever was sent.
 *
 * @throws Problem `provider_key_missing`
 */
export function keyFor(
  provider: Pick<Provider, 'keyless' | 'takesKey' | 'drawsHere' | 'label'>,
  role: Role,
  keys: { readonly given?: string | null | undefined; readonly isStored: boolean },
): KeyChoice {
  if (!takesKey(provider)) return { apiKey: null, hasKey: false };
  if (keys.given) return { apiKey: keys.given, hasKey: true };
  if (keys.isStored || provider.keyless) return { apiKey: null, hasKey: keys.isStored };
  throw new Problem('provider_key_missing', { provider: provider.label, header: headers[role] });
}
