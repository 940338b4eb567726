import type { ProviderContext } from '#providers/provider.ts';

/** What an adapter is handed by a test: nothing is announced, nothing is downloaded unless the test says how. */
export function providerContext(
  given: Pick<ProviderContext, 'scratch' | 'ffmpeg'> & Partial<ProviderContext>,
): ProviderContext {
  return {
    signal: new AbortController().signal,
    fetch: globalThis.fetch,
    fetchResult: (url) => Promise.reject(new Error(`not downloaded in this test: ${url}`)),
    sending: async () => {},
    progress: () => undefined,
    ...given,
  };
}
