import type { ProviderContext } from '../provider.ts';

/** Where the Gemini API is asked unless it is said otherwise. */
export const BASE_URL = 'https://generativelanguage.googleapis.com';

const VERSION = 'v1beta'; // Interactions and files are not all in v1 yet

/** How paths become addresses: at Google's own API, at a gateway with the same paths, or at a project of Vertex AI. */
export interface Address {
  /** Vertex AI: models alone, by an access token; without files and without Interactions. */
  readonly isVertex: boolean;
  readonly origin: string;
  /** Of a path behind the version, such as `/models/…`. */
  readonly url: (path: string) => string;
  /** Where files are sent to. */
  readonly uploadUrl: string;
}

/**
 * The address of a context: a bare origin, one that ends with a version, or, for Vertex AI,
 * `https://<region>-aiplatform.googleapis.com/v1/projects/<project>/locations/<region>/publishers/google`.
 */
export function addressOf({ baseUrl = BASE_URL }: Pick<ProviderContext, 'baseUrl'>): Address {
  const base = baseUrl.replace(/\/+$/, '');
  const isVertex = /\/publishers\/[\w-]+$/.test(base);
  const [, root = base, version = VERSION] = /^(.+)\/(v\d\w*)$/.exec(base) ?? [];
  const prefix = isVertex ? base : `${root}/${version}`;
  return {
    isVertex,
    origin: new URL(base).origin,
    url: (path) => `${prefix}${path}`,
    uploadUrl: `${root}/upload/${version}/files`,
  };
}

/** How a key is shown: an access token of Google Cloud begins with `ya29.` [K], anything else is a key of the Gemini API. */
export function credentials({ apiKey }: Pick<ProviderContext, 'apiKey'>): Readonly<Record<string, string>> {
  if (apiKey === undefined) return {};
  return apiKey.startsWith('ya29.') ? { authorization: `Bearer ${apiKey}` } : { 'x-goog-api-key': apiKey };
}

/** The path of a model; ids come from users, and none may become another path. */
export function modelPath(model: string, verb: string): string {
  return `/models/${encodeURIComponent(model)}:${verb}`;
}
