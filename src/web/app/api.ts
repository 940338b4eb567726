import { routes } from 'virtual:routes';
import { createClient, type ClientRequest } from '#contract/client.ts';
import type { ProblemCode } from '#contract/problems.ts';
import { tellChange } from './changes-elsewhere.ts';
import { renewSession } from './renew-session.ts';
import { sessionIsOver } from './session-end.ts';

/** What the server refused with; `message` is its sentence for the user, shown as it is. */
export class ApiError extends Error {
  readonly status: number;
  /** `offline`: the server was not reached at all. */
  readonly code: ProblemCode | 'offline';
  readonly details: unknown;

  constructor(status: number, code: ProblemCode | 'offline', message: string, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const versions = new Map<string, string>();

/** The ETag last seen of an address below `/api`, for `ifMatch`; undefined where it was never read. */
export const versionOf = (path: string): string | undefined => versions.get(path);

/** Remembers what a change elsewhere below the address has made of its version. */
export const rememberVersion = (path: string, version: string): void => void versions.set(path, version);

/** Asks the server by the table of operations; the browser's cookie says who asks. */
export const client = createClient(async (request) => {
  const response = await answerTo(request);
  tellChange(request);
  const etag = response.headers.get('etag');
  if (etag && request.method !== 'DELETE') versions.set(request.path, etag);
  return { body: response.status === 204 ? undefined : await response.json(), etag };
}, routes);

/** Where somebody says who they are: a refusal there is about what they said. */
const PROVING = ['/auth/login', '/auth/register', '/auth/refresh', '/auth/logout'];

async function answerTo(request: ClientRequest): Promise<Response> {
  const askedAtMs = Date.now();
  const response = await send(request);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  if (refusal.status !== 401 || PROVING.includes(request.path)) throw refusal;
  if (!(await isRenewed(askedAtMs))) {
    sessionIsOver();
    throw refusal;
  }
  const again = await send(request);
  if (again.ok) return again;
  throw await refusalOf(again);
}

async function isRenewed(askedAtMs: number): Promise<boolean> {
  try {
    return await renewSession(askedAtMs);
  } catch {
    throw notReached();
  }
}

async function send({ method, path, headers, body, file, signal }: ClientRequest): Promise<Response> {
  const sent = file ? formOf(file, body) : body === undefined ? undefined : JSON.stringify(body);
  const type: Record<string, string> = typeof sent === 'string' ? { 'content-type': 'application/json' } : {};
  try {
    return await fetch(`/api${path}`, {
      method,
      headers: { ...headers, ...type },
      ...(sent === undefined ? {} : { body: sent }),
      ...(signal instanceof AbortSignal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw notReached();
  }
}

function formOf(file: NonNullable<ClientRequest['file']>, fields: ClientRequest['body']): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) {
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.append(file.field, file.content as Blob, file.name);
  return form;
}

/** Reads what a refusal says, also where something before the server (a proxy) speaks in its place. */
export async function refusalOf(response: Response): Promise<ApiError> {
  const said: unknown = await response.json().catch(() => null);
  const { error, code, details } = (said ?? {}) as { error?: string; code?: ProblemCode; details?: unknown };
  const isGone = response.status === 502 && code === undefined; // a development or reverse proxy without its server
  return isGone
    ? notReached()
    : new ApiError(response.status, code ?? 'internal', error ?? response.statusText, details);
}

const notReached = (): ApiError => new ApiError(0, 'offline', 'The server was not reached.');
