import type { Provider } from './provider.ts';

/** Whether a key does anything at a provider. */
export function takesKey(provider: Pick<Provider, 'keyless' | 'takesKey' | 'drawsHere'>): boolean {
  return !provider.drawsHere && (!provider.keyless || provider.takesKey === true);
}
