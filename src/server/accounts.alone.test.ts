import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import * as argon2 from '@node-rs/argon2';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import { openTestServer, PASSWORD, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { newId } from '../../test/stored-rows.ts';
import { insertAsset } from '#store/assets.ts';
import { keepMedia } from '#store/keep-media.ts';
import { AttemptLimit } from '#studio/accounts/attempt-limit.ts';
import { readRegistration } from '#studio/accounts/read-registration.ts';
import { refreshSession } from '#studio/accounts/refresh-session.ts';
import { register } from '#studio/accounts/register.ts';
import { resetPassword } from '#studio/accounts/reset-password.ts';
import type { World } from '#studio/world.ts';
import { authenticateWith } from './authenticate.ts';
import { httpServer } from './http.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, hash: vi.fn<typeof real.hash>(real.hash), verify: vi.fn<typeof real.verify>(real.verify) };
});

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

describeOnEachEngine('accounts', (_, newPlace) => {
  let server: TestServer;
  let firstEmail = '';
  let localProjectId = '';
  let owners: Answered[];

  const post = (path: string, body: unknown, as: string | null = null) => server.ask('POST', path, { as, body });
  const signUp = (email: string, name = 'Ann') => post('/auth/register', { email, password: PASSWORD, name });
  const signIn = async (email: string, password = PASSWORD): Promise<Tokens> =>
    (await post('/auth/login', { email, password })).json;
  const me = async (as: string) => (await server.ask('GET', '/auth/me', { as })).status;

  beforeAll(async () => {
    server = await openTestServer(await newPlace(), 'api');
    localProjectId = (await post('/projects', { name: 'Made before' }, server.token)).json.id;
    expect((await server.ask('GET', '/auth/me')).json).toMatchObject({ email: null, name: 'Local owner' });
    owners = await Promise.all([signUp('first@example.com'), signUp('second@example.com')]);
    await signUp('ann@example.com');
  });
  afterAll(() => server[Symbol.asyncDispose]());
  beforeEach(() => vi.clearAllMocks());

  test('of two who open the first account at once, one takes over what was made without one', async () => {
    const projects = await Promise.all(
      owners.map(({ json }) => server.ask('GET', '/projects', { as: json.accessToken })),
    );
    const counts = projects.map(({ json }) => json.length);
    expect(new Set(counts)).toEqual(new Set([0, 1]));
    const first = owners[counts.indexOf(1)]?.json;
    firstEmail = first.user.email;
    expect(projects[counts.indexOf(1)]?.json[0]).toMatchObject({ id: localProjectId, userId: first.user.id });
    // The command line and its token go on in the same workspace.
    expect(first.user.id).toBe(server.world.owner.userId);
    expect((await server.ask('GET', '/projects')).json).toHaveLength(1);
    expect((await server.ask('GET', '/auth/me')).json).toEqual(first.user);

    const stranger = owners[counts.indexOf(0)]?.json.accessToken;
    expect((await server.ask('GET', `/projects/${localProjectId}`, { as: stranger })).status).toBe(404);
  });

  test('an account is opened once for an address, however it is written', async () => {
    const opened = await signUp('  New.Person@Example.COM ', ' New Person ');
    expect(opened.status).toBe(201);
    expect(opened.json).toEqual({
      user: {
        id: expect.stringMatching(/^user_/),
        email: 'new.person@example.com',
        name: 'New Person',
        createdAt: expect.any(Number),
        updatedAt: expect.any(Number),
      },
      accessToken: expect.stringMatching(/^swa_[\w-]{43}$/),
      refreshToken: expect.stringMatching(/^swr_[\w-]{43}$/),
    });
    const again = await signUp('new.person@example.com');
    expect([again.status, again.json.code]).toEqual([409, 'email_taken']);
    const atOnce = await Promise.all([1, 2, 3].map(() => signUp('race@example.com')));
    expect(atOnce.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409']);
  });

  test.each([
    ['a short password', { email: 'x@example.com', password: '1234567', name: 'X' }],
    ['a password as long as a book', { email: 'x@example.com', password: 'x'.repeat(201), name: 'X' }],
    ['an address that is none', { email: 'x@', password: PASSWORD, name: 'X' }],
    ['an operator object for an address', { email: { $ne: '' }, password: PASSWORD, name: 'X' }],
    ['no name', { email: 'x@example.com', password: PASSWORD }],
    ['a NUL in a password', { email: 'x@example.com', password: `${PASSWORD}\u0000`, name: 'X' }],
  ])('%s opens no account', async (_title, body) => {
    expect((await post('/auth/register', body)).status).toBe(400);
  });

  test('an unknown address and a wrong password are told the same, after the same work', async () => {
    const known = await post('/auth/login', { email: 'ann@example.com', password: 'wrong' });
    const unknown = await post('/auth/login', { email: 'nobody@example.com', password: 'wrong' });
    expect(known.status).toBe(401);
    expect(known.json).toEqual({
      error: 'Invalid credentials',
      code: 'invalid_credentials',
      details: expect.anything(),
    });
    expect(unknown.json).toEqual(known.json);
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer');
    const cost = (phc: unknown) => String(phc).split('$').slice(1, 4);
    const [checked, checkedInVain] = vi.mocked(argon2.verify).mock.calls.map(([phc]) => cost(phc));
    expect(checked).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
    expect(checkedInVain).toEqual(checked);
  });

  test('a refresh token is exchanged once; seen again, its session is over for whoever holds it', async () => {
    const before = await signIn('ann@example.com');
    const elsewhere = await signIn('ann@example.com');
    const after: Tokens = (await post('/auth/refresh', { refreshToken: before.refreshToken })).json;
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect([await me(before.accessToken), await me(after.accessToken)]).toEqual([200, 200]);

    const reused = await post('/auth/refresh', { refreshToken: before.refreshToken });
    expect([reused.status, reused.json.code]).toEqual([401, 'unauthenticated']);
    expect([await me(before.accessToken), await me(after.accessToken)]).toEqual([401, 401]);
    expect((await post('/auth/refresh', { refreshToken: after.refreshToken })).status).toBe(401);
    expect(await me(elsewhere.accessToken)).toBe(200);
  });

  test('of many who offer one refresh token at once, at most one is given new ones', async () => {
    const { refreshToken } = await signIn('ann@example.com');
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/auth/refresh', { refreshToken })));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401', '401', '401']);
  });

  test('who is late in a race for one refresh token is refused, and the session goes on', async () => {
    const { refreshToken, accessToken } = await signIn('ann@example.com');
    const offers = await Promise.allSettled([1, 2, 3].map(() => refreshSession(server.world, refreshToken)));
    const won = offers.flatMap((offer) => (offer.status === 'fulfilled' ? [offer.value] : []));
    const lost = offers.flatMap((offer) => (offer.status === 'rejected' ? [offer.reason.code] : []));
    expect([won.length, lost]).toEqual([1, ['refresh_raced', 'refresh_raced']]);
    expect([await me(accessToken), await me(won[0]?.accessToken ?? '')]).toEqual([200, 200]);
    expect((await post('/auth/refresh', { refreshToken: won[0]?.refreshToken })).status).toBe(200);
    await expect(refreshSession(server.world, refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await me(accessToken)).toBe(401);
  });

  test.each([
    ['nonsense', () => 'swr_nonsense'],
    ['an access token', async () => (await signIn('ann@example.com')).accessToken],
  ])('%s is no refresh token', async (_title, token) => {
    expect((await post('/auth/refresh', { refreshToken: await token() })).status).toBe(401);
  });

  test('signing out ends the session, not the others', async () => {
    const [here, there] = [await signIn('ann@example.com'), await signIn('ann@example.com')];
    expect((await post('/auth/logout', {}, here.accessToken)).status).toBe(204);
    expect(await me(here.accessToken)).toBe(401);
    expect((await post('/auth/refresh', { refreshToken: here.refreshToken })).status).toBe(401);
    expect(await me(there.accessToken)).toBe(200);
  });

  test('sessions are listed with where they are, and one can be ended from another', async () => {
    const [here, there] = [await signIn('race@example.com'), await signIn('race@example.com')];
    const { json: sessions } = await server.ask('GET', '/auth/sessions', { as: here.accessToken });
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((session: { current: boolean }) => session.current)).toEqual([
      expect.objectContaining({ ip: '127.0.0.1', userAgent: 'node' }),
    ]);
    const { json: theirs } = await server.ask('GET', '/auth/sessions', { as: there.accessToken });
    const { id } = theirs.find((session: { current: boolean }) => session.current);
    const stranger = await signIn('ann@example.com');
    const end = (as: string) => server.ask('DELETE', `/auth/sessions/${id}`, { as });
    expect((await end(stranger.accessToken)).status).toBe(404);
    expect((await end(here.accessToken)).status).toBe(204);
    expect((await end(here.accessToken)).status).toBe(404);
    expect([await me(there.accessToken), await me(here.accessToken)]).toEqual([401, 200]);
  });

  test('a changed password ends every other session and the old password', async () => {
    const { json: opened } = await signUp('changing@example.com');
    const other = await signIn('changing@example.com');
    const change = (currentPassword: string) =>
      post('/auth/password', { currentPassword, newPassword: 'a better one' }, opened.accessToken);
    const refused = await change('not it');
    expect([refused.status, refused.json.code]).toEqual([403, 'wrong_password']);
    expect((await change(PASSWORD)).status).toBe(204);
    expect([await me(opened.accessToken), await me(other.accessToken)]).toEqual([200, 401]);
    expect((await post('/auth/login', { email: 'changing@example.com', password: PASSWORD })).status).toBe(401);
    expect((await post('/auth/login', { email: 'changing@example.com', password: 'a better one' })).status).toBe(200);
  });

  test('a password that was reset on the machine is the only one, and every session is over', async () => {
    const { json: opened } = await signUp('forgetful@example.com');
    const password = await resetPassword(server.world, 'forgetful@example.com');
    expect(await me(opened.accessToken)).toBe(401);
    expect((await post('/auth/login', { email: 'forgetful@example.com', password: PASSWORD })).status).toBe(401);
    expect((await post('/auth/login', { email: 'forgetful@example.com', password })).status).toBe(200);
    await expect(resetPassword(server.world, 'nobody@example.com')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('who guesses passwords is told to wait, the owner of the account comes in from elsewhere', async () => {
    const attempts = new AttemptLimit(server.world.clock, { isOn: true });
    const limited: World = { ...server.world, accounts: { ...server.world.accounts, attempts } };
    const door = httpServer(limited, authenticateWith(limited, server.token));
    door.log.level = 'silent';
    const guess = (password: string, from: string, email = 'ann@example.com') =>
      door.inject({ method: 'POST', url: '/api/auth/login', remoteAddress: from, payload: { email, password } });
    for (let wrong = 0; wrong < 10; wrong++) expect((await guess('guess', '192.0.2.1')).statusCode).toBe(401);
    const refused = await guess(PASSWORD, '192.0.2.1');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess(PASSWORD, '192.0.2.2')).statusCode).toBe(200);
    for (let other = 0; other < 40; other++) await guess('guess', '192.0.2.1', `person${other}@example.com`);
    expect((await guess('guess', '192.0.2.1', 'anybody@example.com')).statusCode).toBe(429);
    await door.close();
  });

  test.each([
    ['nobody', 'closed'],
    ['nobody after the first', 'first'],
  ] as const)('%s is let in where registration is %s', async (_title, registration) => {
    const strict: World = { ...server.world, accounts: { ...server.world.accounts, registration } };
    const somebody = { email: 'late@example.com', password: PASSWORD, name: 'Late' };
    const refused = register(strict, somebody, { ip: '192.0.2.1', userAgent: '' });
    await expect(refused).rejects.toMatchObject({ code: 'registration_closed', status: 403 });
    expect(argon2.hash).not.toHaveBeenCalled();
    expect(await readRegistration(strict)).toEqual({ isOpen: false, isFirst: false });
  });

  test('a stranger is told whether an account can be opened, and whether it would be the first', async () => {
    expect((await server.ask('GET', '/auth/registration', { as: null })).json).toEqual({
      isOpen: true,
      isFirst: false,
    });
    await using fresh = await openTestServer();
    const { world } = fresh;
    expect((await fresh.ask('GET', '/auth/registration', { as: null })).json).toEqual({ isOpen: true, isFirst: true });
    for (const [registration, isOpen] of [
      ['first', true],
      ['closed', false],
    ] as const) {
      const strict = { ...world, accounts: { ...world.accounts, registration } };
      expect(await readRegistration(strict)).toEqual({ isOpen, isFirst: true });
    }
  });

  test('the audit says who came and went, and nothing that anybody typed', async () => {
    const { rows } = await sql<{ verb: string; line: string }>`
      select verb, row_to_json(audit)::text as line from audit`.execute(server.world.database.kysely);
    const verbs = new Set(rows.map((row) => row.verb));
    for (const verb of ['register', 'login', 'login_failed', 'logout', 'refresh_reused', 'password', 'session_revoked'])
      expect(verbs).toContain(verb);
    expect(rows.map((row) => row.line).join('\n')).not.toContain('@');
    expect(firstEmail).toContain('@');
  });

  test('a deleted account is gone with its works and its files, and nobody else’s', async () => {
    const { world } = server;
    const { json: leaving } = await signUp('leaving@example.com');
    const { json: staying } = await signUp('staying@example.com');
    const [own, shared] = [await keepAsset(leaving.accessToken, 'own'), await keepAsset(leaving.accessToken, 'shared')];
    await keepAsset(staying.accessToken, 'shared');
    const remove = (password: string) =>
      server.ask('DELETE', '/auth/me', { as: leaving.accessToken, body: { password } });
    expect((await remove('not it')).json.code).toBe('wrong_password');
    expect(existsSync(own)).toBe(true);

    expect((await remove(PASSWORD)).status).toBe(204);
    expect([existsSync(own), existsSync(shared)]).toEqual([false, true]);
    expect(await me(leaving.accessToken)).toBe(401);
    expect((await post('/auth/login', { email: 'leaving@example.com', password: PASSWORD })).status).toBe(401);
    expect((await server.ask('GET', '/projects', { as: staying.accessToken })).json).toHaveLength(1);
    const left = await world.database.kysely
      .selectFrom('project')
      .select('id')
      .where('created_by', 'is', null)
      .execute();
    expect(left).toEqual([]);
    expect((await signUp('leaving@example.com')).status).toBe(201);
  });

  test('when the first account is deleted, the command line finds its workspace again, empty', async () => {
    const first = await signIn(firstEmail);
    const removed = await server.ask('DELETE', '/auth/me', { as: first.accessToken, body: { password: PASSWORD } });
    expect(removed.status).toBe(204);
    expect((await server.ask('GET', '/projects')).json).toEqual([]);
    expect((await server.ask('GET', '/auth/me')).json).toMatchObject({ email: null });
    expect((await post('/projects', { name: 'Made after' }, server.token)).status).toBe(201);
    expect(await me(first.accessToken)).toBe(401);
  });

  /** A project with one asset; where its file is. */
  async function keepAsset(as: string, bytes: string): Promise<string> {
    const { world } = server;
    const { json: project } = await post('/projects', {}, as);
    const { workspaceId } = (await world.accounts.credentials.find(as))?.actor ?? server.world.owner;
    const id = newId('asset');
    const kept = await keepMedia(world.database, world.files, {
      stream: Readable.from([Buffer.from(bytes)]),
      mime: 'font/ttf',
      facts: null,
      owner: { kind: 'asset', id },
      workspaceId,
    });
    await insertAsset(world.database.kysely, {
      id,
      workspaceId,
      projectId: project.id,
      createdBy: null,
      name: bytes,
      type: 'font',
      filename: 'a.ttf',
      sha256: kept.sha256,
      facts: null,
      tags: [],
      description: null,
    });
    return kept.path;
  }
});
