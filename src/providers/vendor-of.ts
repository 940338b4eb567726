import type { Provider } from './provider.ts';

/** Whose key, address and limits a provider has: its own, unless it says that it is one vendor with another. */
export function vendorOf(provider: Pick<Provider, 'id' | 'vendor'>): string {
  return provider.vendor ?? provider.id;
}
