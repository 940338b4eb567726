import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeOnEachEngine, type Place } from '../../test/engines.ts';
import { openTestServer, PASSWORD, type Ask, type TestServer } from '../../test/open-test-server.ts';
import { SCOPES } from '#contract/operation.ts';
import { sweepExpired } from '#store/sweep-expired.ts';
import { CredentialBook } from '#studio/accounts/credential-book.ts';
import { hashOfSecret } from '#studio/accounts/new-secret.ts';
import { signPath } from '#studio/accounts/sign-path.ts';
import type { World } from '#studio/world.ts';
import { authenticateWith } from './authenticate.ts';
import { httpServer } from './http.ts';

const PICTURE = '/projects/proj_0/works/work_0/media/scene/0/image';

describeOnEachEngine('credentials', (_, newPlace) => {
  let place: Place;
  let server: TestServer;
  let ann = '';
  let bob = '';
  const secrets: string[] = [PASSWORD];

  const ask = async (method: string, path: string, as: string | null, more: Omit<Ask, 'as'> = {}) =>
    server.ask(method, path, { as, ...more });
  const statusOf = async (method: string, path: string, as: string | null, more: Omit<Ask, 'as'> = {}) =>
    (await ask(method, path, as, more)).status;
  const aToken = async (scopes: readonly string[] = SCOPES, as = ann, fields: object = {}) => {
    const { json } = await ask('POST', '/tokens', as, { body: { name: 'n8n', scopes, ...fields } });
    secrets.push(json.token);
    return { token: json.token as string, id: json.meta.id as string };
  };

  beforeAll(async () => {
    place = await newPlace();
    server = await openTestServer(place, 'api');
    ann = await server.register('ann@example.com');
    bob = await server.register('bob@example.com');
    secrets.push(ann, bob);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test('an API token is shown once, and recognised by its first characters afterwards', async () => {
    const made = await ask('POST', '/tokens', ann, {
      body: { name: ' My flow ', scopes: ['works:read', 'works:read'], expiresInDays: 30 },
    });
    expect(made.status).toBe(201);
    expect(made.json.token).toMatch(/^sw_[\w-]{43}$/);
    const meta = {
      id: expect.stringMatching(/^tok_/),
      name: 'My flow',
      tokenPrefix: made.json.token.slice(0, 11),
      scopes: ['works:read'],
      lastUsedAt: null,
      expiresAt: made.json.meta.createdAt + 30 * 86_400_000,
      createdAt: expect.any(Number),
    };
    expect(made.json).toEqual({ token: expect.any(String), meta });
    const list = await ask('GET', '/tokens', ann);
    expect(list.json).toEqual([meta]);
    expect(list.text).not.toContain(made.json.token);
    expect((await ask('GET', '/tokens', bob)).json).toEqual([]);
  });

  test('tokens and sessions come in pages that hold each once', async () => {
    for (const path of ['/tokens', '/auth/sessions']) {
      if (path === '/tokens') for (let count = 0; count < 2; count++) await aToken();
      else await ask('POST', '/auth/login', null, { body: { email: 'ann@example.com', password: PASSWORD } });
      const ids = ({ json }: { readonly json: { readonly id: string }[] }) => json.map(({ id }) => id).toSorted();
      const all = ids(await ask('GET', path, ann));
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = `${path}?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
        const page = await ask('GET', at, ann);
        expect(page.json).toHaveLength(1);
        paged.push(...ids(page));
        cursor = page.headers.get('x-next-cursor');
      }
      expect(all.length).toBeGreaterThan(1);
      expect(paged.toSorted()).toEqual(all);
    }
  });

  test.each([
    ['no scope', { name: 'x', scopes: [] }],
    ['a scope there is not', { name: 'x', scopes: ['works:admin'] }],
    ['an age of nothing', { name: 'x', scopes: ['works:read'], expiresInDays: 0 }],
    ['an age of a lifetime', { name: 'x', scopes: ['works:read'], expiresInDays: 3651 }],
    ['no name', { scopes: ['works:read'] }],
  ])('a token with %s is not made', async (_title, body) => {
    expect(await statusOf('POST', '/tokens', ann, { body })).toBe(400);
  });

  test('a token does what its scopes say, and is told which one it lacks', async () => {
    const { token } = await aToken(['projects:read']);
    expect(await statusOf('GET', '/projects', token)).toBe(200);
    const refused = await ask('POST', '/projects', token, { body: {} });
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([
      403,
      'out_of_scope',
      { scope: 'projects:write' },
    ]);
    expect((await ask('GET', '/auth/me', token)).json).toMatchObject({ email: 'ann@example.com' });
  });

  test('a token that may change a work but not generate approves a picture, and starts no clip', async () => {
    const project = await ask('POST', '/projects', ann, { body: {} });
    const works = `/projects/${project.json.id}/works`;
    const work = await ask('POST', works, ann, { body: {} });
    const scene = {
      duration_seconds: 1,
      image_prompt: 'a',
      negative_prompt: '',
      video_prompt: '',
      transition: 'cut',
    };
    await ask('PUT', `${works}/${work.json.id}`, ann, { body: { scenes: [{ scene_index: 0, ...scene }] } });
    const { token } = await aToken(['works:write']);
    const approve = (body: object) => ask('POST', `${works}/${work.json.id}/scenes/0/approve`, token, { body });
    expect((await approve({})).json.code).toBe('scene_has_no_picture');
    expect((await approve({ animate: true })).json).toMatchObject({
      code: 'out_of_scope',
      details: { scope: 'ai:generate' },
    });
  });

  test.each([
    ['GET', '/tokens'],
    ['POST', '/tokens'],
    ['DELETE', '/tokens/tok_0'],
    ['GET', '/auth/sessions'],
    ['POST', '/auth/password'],
    ['DELETE', '/auth/me'],
  ])('a token with every scope cannot %s %s: it never widens itself', async (method, path) => {
    const { token } = await aToken();
    const body = method === 'POST' ? { body: { name: 'more', scopes: ['works:read'] } } : {};
    const { status, json } = await ask(method, path, token, body);
    expect([status, json]).toMatchObject([
      403,
      { code: 'person_needed', error: 'An API token cannot do this: sign in with your password.' },
    ]);
  });

  test('a revoked token is refused from that moment; another user’s cannot be revoked', async () => {
    const { token, id } = await aToken();
    expect(await statusOf('GET', '/projects', token)).toBe(200);
    expect(await statusOf('DELETE', `/tokens/${id}`, bob)).toBe(404);
    expect(await statusOf('GET', '/projects', token)).toBe(200);
    expect(await statusOf('DELETE', `/tokens/${id}`, ann)).toBe(204);
    expect(await statusOf('GET', '/projects', token)).toBe(401);
    expect(await statusOf('DELETE', `/tokens/${id}`, ann)).toBe(404);
  });

  test('a token whose days are over is refused', async () => {
    const { token, id } = await aToken(SCOPES, ann, { expiresInDays: 1 });
    await server.world.database.kysely
      .updateTable('api_token')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', id)
      .execute();
    expect(await statusOf('GET', '/projects', token)).toBe(401);
  });

  test('what was revoked on one machine is refused on another within a second', async () => {
    const { database, log } = server.world;
    let nowMs = 1_000_000;
    await using elsewhere = new CredentialBook({ database, log, clock: { nowMs: () => nowMs } });
    const { token, id } = await aToken();
    expect(await elsewhere.find(token)).toMatchObject({ kind: 'token', id });
    await ask('DELETE', `/tokens/${id}`, ann);
    nowMs += 1000;
    expect(await elsewhere.find(token)).toBeNull();
  });

  test('two machines on one database: what one revoked the other lets in no more', async () => {
    // An embedded database has one process, so there the other machine is a door with a memory of its own.
    const { database, log, clock, accounts } = server.world;
    const credentials = new CredentialBook({ database, log, clock });
    const alike: World = { ...server.world, accounts: { ...accounts, credentials } };
    const other = place.url === undefined ? null : await openTestServer(place, 'api');
    const door = httpServer(other?.world ?? alike, authenticateWith(other?.world ?? alike, server.token));
    door.log.level = 'silent';
    const { token, id } = await aToken();
    const elsewhere = async () =>
      (await door.inject({ url: '/api/projects', headers: { authorization: `Bearer ${token}` } })).statusCode;
    expect(await elsewhere()).toBe(200);
    await ask('DELETE', `/tokens/${id}`, ann);
    await vi.waitUntil(async () => (await elsewhere()) === 401, { timeout: 60_000 });
    await door.close();
    await credentials[Symbol.asyncDispose]();
    await other?.[Symbol.asyncDispose]();
  });

  test('a credential is looked up about once a second, however often it is used', async () => {
    const { token } = await aToken();
    const { database, log } = server.world;
    let nowMs = 1_000_000;
    let asked = 0;
    const counting = new Proxy(database, {
      get: (target, key) => {
        if (key === 'kysely') asked += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const book = new CredentialBook({ database: counting, log, clock: { nowMs: () => nowMs } });
    await Promise.all(Array.from({ length: 50 }, () => book.find(token)));
    expect(asked).toBe(1);
    nowMs += 1000;
    await book.find(token);
    expect(asked).toBe(2);
    await book[Symbol.asyncDispose]();
  });

  test('the last use of a token is known at once and not written with each request', async () => {
    const { token, id } = await aToken();
    const written = async () => {
      const { rows } = await sql<{ at: Date | null }>`
        select last_used_at as at from api_token where id = ${id}`.execute(server.world.database.kysely);
      return rows[0]?.at?.getTime() ?? null;
    };
    for (let request = 0; request < 5; request++) await ask('GET', '/projects', token);
    const { json: tokens } = await ask('GET', '/tokens', ann);
    const { lastUsedAt } = tokens.find((one: { id: string }) => one.id === id);
    expect(lastUsedAt).toEqual(expect.any(Number));
    expect(await written()).toBeNull();
    await server.world.accounts.credentials[Symbol.asyncDispose]();
    expect(await written()).toBe(lastUsedAt);
  });

  test('a browser is signed in by two cookies that no script can read', async () => {
    const body = { email: 'ann@example.com', password: PASSWORD };
    const { headers, json } = await ask('POST', '/auth/login', null, { body });
    const [access = '', refresh = ''] = headers.getSetCookie();
    expect(access).toBe(`sw_access=${json.accessToken}; Max-Age=3600; Path=/api; HttpOnly; SameSite=Strict`);
    expect(refresh).toBe(`sw_refresh=${json.refreshToken}; Max-Age=2592000; Path=/api/auth; HttpOnly; SameSite=Strict`);
    secrets.push(json.accessToken, json.refreshToken);

    const cookie = [access, refresh].map((line) => line.split(';')[0]).join('; ');
    const host = server.origin.slice('http://'.length);
    expect(await statusOf('GET', '/auth/me', null, { headers: { cookie } })).toBe(200);
    const write = (headers: Record<string, string>) =>
      ask('POST', '/projects', null, { body: {}, headers: { cookie, ...headers } });
    const refused = await write({});
    expect([refused.status, refused.json.code]).toEqual([403, 'cross_origin']);
    expect((await write({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await write({ origin: `http://${host}`, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await write({ origin: `http://${host}` })).status).toBe(201);
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    // What is sent decides: a wrong bearer is refused beside a good cookie.
    expect(await statusOf('GET', '/auth/me', 'swa_wrong', { headers: { cookie } })).toBe(401);

    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    expect(await statusOf('POST', '/auth/refresh', null, { headers: { cookie } })).toBe(403);
    const renewed = await ask('POST', '/auth/refresh', null, { headers: own });
    expect(renewed.status).toBe(200);
    const signedOut = await ask('POST', '/auth/logout', null, { headers: own });
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers.getSetCookie().map((line) => line.split(';').slice(0, 2).join(';'))).toEqual([
      'sw_access=; Max-Age=0',
      'sw_refresh=; Max-Age=0',
    ]);
    expect(await statusOf('GET', '/auth/me', renewed.json.accessToken)).toBe(401);
  });

  test('behind a proxy that is trusted, its word for https and for the address counts', async () => {
    const { world } = server;
    const doors = [[], ['loopback']].map((trustedProxies) =>
      httpServer(world, authenticateWith(world, server.token), undefined, { trustedProxies }),
    );
    const seen = [];
    for (const door of doors) {
      door.log.level = 'silent';
      const { headers, json } = await door.inject({
        method: 'POST',
        url: '/api/auth/login',
        headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' },
        payload: { email: 'bob@example.com', password: PASSWORD },
      });
      const { json: sessions } = await ask('GET', '/auth/sessions', json().accessToken);
      const { ip } = sessions.find((session: { current: boolean }) => session.current);
      seen.push([String(headers['set-cookie']).includes('Secure'), ip]);
      await door.close();
    }
    expect(seen).toEqual([
      [false, '127.0.0.1'],
      [true, '203.0.113.9'],
    ]);
  });

  test('a file may be asked for by an API token in its address, and by nothing else there', async () => {
    const { token } = await aToken(['works:read']);
    const other = await aToken(['projects:write']);
    const ofFile = (secret: string) => statusOf('GET', `${PICTURE}?token=${secret}`, null);
    expect(await ofFile(token)).toBe(404);
    expect(await ofFile(other.token)).toBe(403);
    for (const secret of ['nonsense', '', ann, server.token]) expect(await ofFile(secret)).toBe(401);
    expect(await statusOf('GET', `/projects?token=${token}`, null)).toBe(401);
    expect(await statusOf('DELETE', `/projects/proj_0?token=${token}`, null)).toBe(401);
  });

  test('a signed address opens one file for five minutes', async () => {
    const { world } = server;
    const actor = await actorOf(ann);
    const [path = '', query = ''] = signPath(world, actor, `/api${PICTURE}`).url.slice('/api'.length).split('?');
    expect(await statusOf('GET', `${path}?${query}`, null)).toBe(404);
    expect(await statusOf('HEAD', `${path}?${query}`, null)).toBe(404);
    const { userId } = await actorOf(bob);
    const late = signPath({ ...world, clock: { nowMs: () => Date.now() - 300_000 } }, actor, `/api${PICTURE}`);
    for (const wrong of [
      `${path.replace('/0/', '/1/')}?${query}`,
      `${path}?${query.replace(/exp=\d/, 'exp=2')}`,
      `${path}?${query.replace(actor.userId, userId)}`,
      `${path}?${query.slice(0, -1)}`,
      `${path}?${query}.x`,
      late.url.slice('/api'.length),
    ]) {
      expect(await statusOf('GET', wrong, null)).toBe(401);
    }
    expect(await statusOf('GET', `/projects?${query}`, null)).toBe(401);
  });

  test('what has expired is swept, what is good stays', async () => {
    const db = server.world.database.kysely;
    const { id } = await aToken();
    const { id: revokedId } = await aToken();
    await ask('DELETE', `/tokens/${revokedId}`, ann);
    const { json: left } = await ask('POST', '/auth/login', null, {
      body: { email: 'ann@example.com', password: PASSWORD },
    });
    await sql`update session_secret set expires_at = now() - interval '1 second'
      where sha256 = ${hashOfSecret(left.accessToken)}`.execute(db);
    await sql`update api_token set revoked_at = now() - interval '31 days' where id = ${revokedId}`.execute(db);
    const { userId } = await actorOf(ann);
    for (const [key, hours] of [
      ['old', 25],
      ['young', 23],
    ] as const) {
      await sql`insert into idempotency (user_id, operation, key, fingerprint, created_at)
        values (${userId}, 'POST /api/x', ${key}, 'f', now() - ${hours} * interval '1 hour')`.execute(db);
    }
    await sweepExpired(db);
    const kept = async (table: 'session_secret' | 'api_token' | 'idempotency', column: string) => {
      const { rows } = await sql<{ name: string }>`
        select ${sql.ref(column)} as name from ${sql.table(table)}`.execute(db);
      return rows.map((row) => row.name);
    };
    const hashes = await kept('session_secret', 'sha256');
    expect(hashes).not.toContain(hashOfSecret(left.accessToken));
    expect(hashes).toContain(hashOfSecret(left.refreshToken));
    expect(await kept('api_token', 'id')).toContain(id);
    expect(await kept('api_token', 'id')).not.toContain(revokedId);
    expect(await kept('idempotency', 'key')).toEqual(['young']);
  });

  test('no password and no secret is in the database in clear', async () => {
    const db = server.world.database.kysely;
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await sql<{
        line: string;
      }>`select to_jsonb(one)::text as line from ${sql.table(name)} as one`.execute(db);
      dump += rows.map((row) => row.line).join('\n');
    }
    expect(dump).toContain('ann@example.com');
    expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(dump.includes(secret), secret.slice(0, 4)).toBe(false);
  });

  test('a 401 says how to come in', async () => {
    const { headers, json } = await ask('GET', '/projects', null);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(json).toEqual({ error: expect.any(String), code: 'unauthenticated' });
  });

  const actorOf = async (as: string) => {
    const known = await server.world.accounts.credentials.find(as);
    if (known === null) throw new Error('a good secret');
    return known.actor;
  };
});
