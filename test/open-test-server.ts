import { Problem } from '#contract/problems.ts';
import { authenticateWith } from '#server/authenticate.ts';
import { httpServer } from '#server/http.ts';
import { localToken } from '#server/local-token.ts';
import type { OpenWorld } from '#server/world.ts';
import type { Place } from './engines.ts';
import { openTestWorld } from './open-test-world.ts';

/** A request as a test writes it; `as: null` sends no credential. */
export interface Ask {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: string | null;
}

/** What came back; `json` is null where the body is none. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** A running server, over a real socket. */
export interface TestServer extends AsyncDisposable {
  readonly world: OpenWorld;
  readonly place: Place;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** The local owner's token. */
  readonly token: string;
  /** Asks for a path below `/api`, as the local owner unless it says otherwise. */
  readonly ask: (method: string, path: string, options?: Ask) => Promise<Answered>;
  /** The answer itself, for bytes and streams. */
  readonly raw: (method: string, path: string, options?: Ask) => Promise<Response>;
  /**
   * Opens an account and gives its access token, to ask `as`. The first account of a server would take over what the
   * local owner made, so where there is none yet `owner@example.com` is opened before.
   */
  readonly register: (email: string) => Promise<string>;
}

/** The password of every account that a test opens. */
export const PASSWORD = 'correct horse battery';

/** Opens a world on an empty database (or on one that is there) and the HTTP door to it, on a free port. */
export async function openTestServer(
  place?: Place,
  role: 'all' | 'api' = 'all',
  environment: Readonly<Record<string, string>> = {},
  parts: Parameters<typeof openTestWorld>[3] = {},
): Promise<TestServer> {
  const { world, place: at } = await openTestWorld(place, role, environment, { derives: true, ...parts });
  const token = localToken(at.directory, world.random.bytes);
  const server = httpServer(world, authenticateWith(world, token));
  server.log.level = 'silent';
  // What nobody foresaw is told where the tests' output is, or a build that met it once could not say what it was.
  server.addHook('onError', async ({ method, url }, reply, error) => {
    const isForeseen = error instanceof Problem || (error.statusCode ?? 500) < 500 || reply.raw.destroyed;
    if (!isForeseen) console.error(`${method} ${url} failed:`, error);
  });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });

  const raw = (method: string, path: string, options: Ask = {}): Promise<Response> => {
    const bearer = options.as === undefined ? token : options.as;
    const body =
      options.form ??
      (options.body === undefined || typeof options.body === 'string' ? options.body : JSON.stringify(options.body));
    return fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: body as string | FormData }),
      redirect: 'manual',
    });
  };
  const ask = async (method: string, path: string, options: Ask = {}): Promise<Answered> => {
    const response = await raw(method, path, options);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : null,
    };
  };
  const signUp = async (email: string): Promise<Answered> =>
    ask('POST', '/auth/register', { as: null, body: { email, password: PASSWORD, name: email } });
  const register = async (email: string): Promise<string> => {
    if ((await ask('GET', '/auth/me')).json.email === null) await signUp('owner@example.com');
    const answer = await signUp(email);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json.accessToken;
  };
  const close = async (): Promise<void> => {
    await server.close();
    await world[Symbol.asyncDispose]();
  };
  return { world, place: at, origin, token, ask, raw, register, [Symbol.asyncDispose]: close };
}

/** A form with one file, and text fields beside it. */
export function formOf(
  file: { readonly field: string; readonly bytes: Uint8Array; readonly name: string; readonly type?: string },
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(
    file.field,
    new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type ?? 'application/octet-stream' }),
    file.name,
  );
  return form;
}
