import type { Role } from '#contract/generation.ts';
import type { Provider } from './provider.ts';

/** Where a provider has its adapter for a role. */
export const adapterOf = {
  llm: 'scenario',
  vision: 'vision',
  image: 'image',
  video: 'video',
} as const satisfies Record<Role, keyof Provider>;
