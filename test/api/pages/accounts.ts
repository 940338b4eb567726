import { expect, test } from 'vitest';
import { SCOPES } from '#contract/operation.ts';
import { PASSWORD } from '../../open-test-server.ts';
import { expectError, jsonOf, type Api } from '../api.ts';

let people = 0;

/** A person who has just registered, and what they hold. */
async function aPerson(api: Api): Promise<Person> {
  people += 1;
  const email = `person-${people}-${Date.now()}@example.org`;
  const password = PASSWORD;
  const registered = await api.post('/auth/register', { email, password, name: `Person ${people}` }, { as: null });
  return { email, password, ...jsonOf(registered, 201) };
}

/** Who somebody is and what they hold. */
interface Person {
  readonly email: string;
  readonly password: string;
  readonly user: { readonly id: string };
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The rows of "Credentials". */
export function accountsPage(api: () => Api): void {
  test('POST /auth/register answers 201 with the user and both tokens, and 409 for an email that is taken', async () => {
    const person = await aPerson(api());
    expect(person.user).toEqual({
      id: expect.stringMatching(/^user_/),
      email: person.email,
      name: expect.stringMatching(/^Person/),
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    });
    expect(person.accessToken).not.toBe(person.refreshToken);
    const again = { email: person.email.toUpperCase(), password: 'another password', name: 'X' };
    expectError(await api().post('/auth/register', again, { as: null }), 409);
  });

  test.each([
    ['a short password', { password: 'short' }],
    ['an email that is none', { email: 'not an address' }],
    ['no email', { email: undefined }],
  ])('POST /auth/register refuses %s', async (_, fields) => {
    const body = { email: `x${Date.now()}@example.org`, password: 'long enough to do', name: 'X', ...fields };
    expectError(await api().post('/auth/register', body, { as: null }), 400);
  });

  test('POST /auth/login answers 200 with the same shape, and 401 Invalid credentials with details', async () => {
    const { email, password } = await aPerson(api());
    const answer = jsonOf(await api().post('/auth/login', { email, password }, { as: null }));
    expect(answer).toMatchObject({
      user: { email },
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
    const wrong = await api().post('/auth/login', { email, password: 'wrong password' }, { as: null });
    const unknown = await api().post('/auth/login', { email: 'nobody@example.org', password }, { as: null });
    for (const refused of [wrong, unknown]) {
      expectError(refused, 401);
      expect(refused.json).toMatchObject({ error: 'Invalid credentials', details: expect.anything() });
    }
    expect(unknown.json).toEqual(wrong.json);
  });

  test('POST /auth/refresh rotates, and the reuse of an old token revokes its whole family', async () => {
    const { refreshToken, accessToken } = await aPerson(api());
    const next = jsonOf(await api().post('/auth/refresh', { refreshToken }, { as: null }));
    expect(next).toEqual({ accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(next.refreshToken).not.toBe(refreshToken);
    expect(jsonOf(await api().get('/auth/me', { as: next.accessToken }))).toMatchObject({ id: expect.any(String) });
    expectError(await api().post('/auth/refresh', { refreshToken }, { as: null }), 401);
    expectError(await api().post('/auth/refresh', { refreshToken: next.refreshToken }, { as: null }), 401);
    for (const as of [accessToken, next.accessToken]) expectError(await api().get('/auth/me', { as }), 401);
  });

  test('POST /auth/logout answers 204 and what the session held is worth nothing', async () => {
    const { accessToken, refreshToken } = await aPerson(api());
    expect((await api().post('/auth/logout', undefined, { as: accessToken })).status).toBe(204);
    expectError(await api().get('/auth/me', { as: accessToken }), 401);
    expectError(await api().post('/auth/refresh', { refreshToken }, { as: null }), 401);
  });

  test('GET /auth/me answers the user, to an API token too', async () => {
    const { user, accessToken } = await aPerson(api());
    expect(jsonOf(await api().get('/auth/me', { as: accessToken }))).toEqual(user);
    const token = await aToken(api(), accessToken, ['works:read']);
    expect(jsonOf(await api().get('/auth/me', { as: token.token }))).toEqual(user);
  });

  test('POST /tokens shows the token once; GET /tokens lists it without; DELETE /tokens/:id answers 204 and ends it', async () => {
    const { accessToken } = await aPerson(api());
    const { token, meta } = await aToken(api(), accessToken, ['works:read', 'projects:read'], 30);
    const listed = jsonOf(await api().get('/tokens', { as: accessToken }));
    expect(listed).toEqual([meta]);
    expect(meta).toEqual({
      id: expect.any(String),
      name: 'a script',
      tokenPrefix: expect.any(String),
      scopes: ['works:read', 'projects:read'],
      lastUsedAt: null,
      expiresAt: expect.any(Number),
      createdAt: expect.any(Number),
    });
    expect(token.startsWith(meta.tokenPrefix)).toBe(true);
    expect(meta.expiresAt - meta.createdAt).toBeCloseTo(30 * 86_400_000, -4);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect((await api().get('/projects', { as: token })).status).toBe(200);
    expect((await api().del(`/tokens/${meta.id}`, { as: accessToken })).status).toBe(204);
    expectError(await api().get('/projects', { as: token }), 401);
    expectError(await api().del(`/tokens/${meta.id}`, { as: accessToken }), 404);
  });

  test('a token without an end has expiresAt null; no scopes, an unknown scope and no name are refused', async () => {
    const { accessToken } = await aPerson(api());
    expect((await aToken(api(), accessToken, [...SCOPES])).meta.expiresAt).toBeNull();
    for (const body of [
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['everything'] },
      { scopes: ['works:read'] },
      { name: 'x', scopes: ['works:read'], expiresInDays: 0 },
    ]) {
      expectError(await api().post('/tokens', body, { as: accessToken }), 400);
    }
  });

  test('a token of the right user without the scope is a 403; a bad one and none are a 401', async () => {
    const { accessToken } = await aPerson(api());
    const { token } = await aToken(api(), accessToken, ['projects:read']);
    expect((await api().get('/projects', { as: token })).status).toBe(200);
    expectError(await api().post('/projects', {}, { as: token }), 403, 'out_of_scope');
    expectError(await api().get('/tokens', { as: token }), 403, 'person_needed');
    for (const as of [null, `${token}x`]) expectError(await api().get('/projects', { as }), 401, 'unauthenticated');
  });

  test('POST /auth/password, GET and DELETE /auth/sessions, DELETE /auth/me do what they say', async () => {
    const { email, password, accessToken } = await aPerson(api());
    const other = jsonOf(await api().post('/auth/login', { email, password }, { as: null }));
    const sessions = jsonOf(await api().get('/auth/sessions', { as: accessToken }));
    const list: { id: string }[] = Array.isArray(sessions) ? sessions : sessions.sessions;
    expect(list).toHaveLength(2);
    const changed = { currentPassword: password, newPassword: 'a better password' };
    expect((await api().post('/auth/password', changed, { as: accessToken })).status).toBeLessThan(300);
    expectError(await api().get('/auth/me', { as: other.accessToken }), 401);
    expectError(await api().post('/auth/login', { email, password }, { as: null }), 401);
    const third = jsonOf(await api().post('/auth/login', { email, password: changed.newPassword }, { as: null }));
    const mine = jsonOf(await api().get('/auth/sessions', { as: accessToken }));
    const ids: { id: string }[] = Array.isArray(mine) ? mine : mine.sessions;
    for (const { id } of ids) await api().del(`/auth/sessions/${id}`, { as: third.accessToken });
    expectError(await api().get('/auth/me', { as: accessToken }), 401);
    const last = jsonOf(await api().post('/auth/login', { email, password: changed.newPassword }, { as: null }));
    const gone = await api().del('/auth/me', { as: last.accessToken, body: { password: changed.newPassword } });
    expect(gone.status).toBe(204);
    expectError(await api().get('/auth/me', { as: last.accessToken }), 401);
    expectError(await api().post('/auth/login', { email, password: changed.newPassword }, { as: null }), 401);
  });

  test('GET /providers is a flat array, open to all, with the documented fields', async () => {
    const list = jsonOf(await api().get('/providers', { as: null }));
    expect(new Set(list.map((one: { category: string }) => one.category))).toEqual(
      new Set(['vision', 'llm', 'image', 'video']),
    );
    for (const one of list) {
      expect(one).toMatchObject({ id: expect.any(String), name: expect.any(String), description: expect.any(String) });
      for (const model of one.models) {
        expect(model).toMatchObject({ id: expect.any(String), name: expect.any(String), prices: expect.any(Array) });
      }
    }
  });

  test('GET /health, /openapi.json and /docs are open', async () => {
    expect(jsonOf(await api().get('/health', { as: null }))).toMatchObject({ status: 'ok' });
    const document = jsonOf(await api().get('/openapi.json', { as: null }));
    expect(document.openapi).toMatch(/^3\.1/);
    expect(document.paths['/api/health'].get.security).toEqual([]);
    const listWorks = document.paths['/api/projects/{projectId}/works'].get;
    expect(JSON.stringify(listWorks.security)).toContain('works:read');
    const docs = await api().get('/docs', { as: null });
    expect(docs.status).toBe(200);
    expect(docs.headers.get('content-type')).toMatch(/^text\/html/);
  });
}

/** A token a person mints. */
export async function aToken(
  api: Api,
  accessToken: string,
  scopes: readonly string[],
  expiresInDays?: number,
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer as it came
): Promise<{ token: string; meta: any }> {
  const body = { name: 'a script', scopes, ...(expiresInDays === undefined ? {} : { expiresInDays }) };
  return jsonOf(await api.post('/tokens', body, { as: accessToken }), 201);
}
