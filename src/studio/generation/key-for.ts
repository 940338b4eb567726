import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';

const headers = {
  llm: 'x-api-key',
  vision: 'x-api-key',
  image: 'x-image-api-key or x-api-key',
  video: 'x-video-api-key or x-api-key',
} as const satisfies Record<Role, string>;

/**
 * The key a provider is asked with; null where it needs none, whatever was sent.
 *
 * @throws Problem `provider_key_missing`
 */
export function keyFor(
  provider: Pick<Provider, 'keyless' | 'label'>,
  role: Role,
  apiKey: string | null | undefined,
): string | null {
  if (provider.keyless) return null;
  if (apiKey) return apiKey;
  throw new Problem('provider_key_missing', { provider: provider.label, header: headers[role] });
}
