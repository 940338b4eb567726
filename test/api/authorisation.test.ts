import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES, type Operation, type Scope } from '#contract/operation.ts';
import type { OperationId } from '#contract/operations.ts';
import { PASSWORD, type Ask } from '../open-test-server.ts';
import { aims } from './aims.ts';
import { jsonOf, pathOf } from './api.ts';
import { absentIds, everyOperation, paramsOf, requestOf, withoutIds } from './request-of.ts';
import { filesOnDisk, snapshot } from './snapshot.ts';
import { as, openStage, type Resident, type Stage } from './stage.ts';

/*
 * Each operation by each credential that is not enough for it, generated from the table of operations. What counts as a
 * leak: a status that is not the one it must be, a row or a file that changed, or anything of hers in the answer.
 */

/** What a stranger may ask for; an operation that becomes open without a line here is a leak. */
const OPEN: readonly string[] = [
  'getHealth',
  'getReady',
  'getOpenapi',
  'getDocs',
  'getDocsAsset',
  'listProviders',
  'getRegistration',
  'register',
  'login',
  'refreshSession',
];

/** What a path names that is the same for everybody. */
const NOBODYS: readonly string[] = ['sceneIndex', 'provider', 'fontId'];

let stage: Stage;
let ada: Resident;
let eve: Resident;
let refusals: readonly Credential[];
/** A token with each scope alone. */
let single: ReadonlyMap<Scope, string>;
/** All that Ada has, and every file: it is the same after each operation. */
let before: readonly unknown[];
let cells = 0;

/** A credential, and what each kind of operation says to it; null: nothing to be said about it here. */
interface Credential {
  readonly name: string;
  readonly options: Ask;
  readonly query?: string;
  readonly refused: (declaration: Operation) => 401 | 403 | null;
}

beforeAll(async () => {
  stage = await openStage();
  [ada, eve] = stage.residents;
  single = new Map(
    await Promise.all(SCOPES.map(async (scope) => [scope, (await tokenWith(ada, [scope])).token] as const)),
  );
  refusals = await insufficient(ada);
  before = await everything();
});
afterAll(async () => {
  console.log(`authorisation: ${cells} cells over ${everyOperation.length} operations`);
  await stage[Symbol.asyncDispose]();
});

const everything = async (): Promise<readonly unknown[]> => [
  await snapshot(stage.server, ada.userId),
  await filesOnDisk(stage.server),
];

const guarded = everyOperation.filter(([, { access }]) => access !== 'open');

test('what is open to strangers is a short list, and all of it is known', () => {
  const open = everyOperation.filter(([, { access }]) => access === 'open').map(([id]) => id);
  expect(open.filter((id) => !OPEN.includes(id))).toEqual([]);
});

describe.each(guarded)('%s', (id, declaration) => {
  afterAll(async () => expect(await everything(), `${id} changed something of hers`).toEqual(before));

  test('is refused to every credential that is not enough', async () => {
    const asked = refusals.flatMap((credential) => {
      const status = credential.refused(declaration);
      return status === null ? [] : [expectRefused(id, declaration, credential, status)];
    });
    cells += (await Promise.all(asked)).length;
  });

  const params = paramsOf(declaration).filter((name) => !NOBODYS.includes(name));

  const inPath = params.length > 0 ? test : null;
  inPath?.('says of another user’s thing what it says of none', async () => {
    for (let own = 0; own < params.length; own++) {
      const [hers, nowhere] = [ada.ids, absentIds()].map((ids) => ({
        ...ids,
        ...Object.fromEntries(params.slice(0, own).map((name) => [name, eve.ids[name]])),
      })) as [typeof ada.ids, typeof ada.ids];
      const [foreign, absent] = [await asEve(id, hers), await asEve(id, nowhere)];
      const where = `${own} of ${params.length} own`;
      expect(foreign.status, `${where}: ${foreign.text}`).toBe(404);
      expect({ status: foreign.status, text: withoutIds(foreign.text) }, where).toEqual(absent);
      expectNothingOf(ada, foreign.text, where);
      cells += 1;
    }
  });

  const names = aims[id].body;
  const isNaming = names !== undefined && JSON.stringify(names(absentIds())) !== JSON.stringify(names(absentIds()));

  const inBody = isNaming ? test : null;
  inBody?.('says of another user’s thing in a body what it says of none', async () => {
    const [foreign, absent] = [await asEve(id, eve.ids, ada.ids), await asEve(id, eve.ids, absentIds())];
    expect({ status: foreign.status, text: withoutIds(foreign.text) }).toEqual(absent);
    expectNothingOf(ada, foreign.text.replaceAll(new RegExp(Object.values(ada.ids).join('|'), 'g'), '*'), id);
    cells += 1;
  });

  test('is granted to the scope it names and to no other: the refusals above are not of everybody', async () => {
    const { access } = declaration;
    const credential = access === 'user' ? ada.accessToken : (single.get(access as Scope) ?? ada.apiToken);
    // A thing that is not there, or a body that no operation takes: the credential passed, and nothing was done.
    const isReading = declaration.method === 'GET';
    if (!isReading && params.length === 0 && !declaration.body) return;
    const { path } = requestOf(id, isReading ? ada.ids : absentIds());
    const body = isReading ? {} : { body: { 'no such field': 1 } };
    const response = await stage.server.raw(declaration.method, path, { as: credential, ...body });
    const text = declaration.answer.kind === 'events' ? '' : await response.text();
    await response.body?.cancel().catch(() => undefined);
    cells += 1;
    // There is no filmstrip of a picture, which is no question of who asks.
    if (isReading && !/There is no (filmstrip|peaks|proxy)/.test(text)) expect(response.status, text).toBe(200);
    else expect([400, 404, 415], text).toContain(response.status);
  });
});

async function expectRefused(
  id: OperationId,
  { method }: Operation,
  credential: Credential,
  status: 401 | 403,
): Promise<void> {
  const { path, options } = requestOf(id, ada.ids);
  // Were it granted, it would be seen at once instead of after the job.
  const headers = { prefer: 'respond-async', ...credential.options.headers };
  const asked = { ...options, ...credential.options, headers };
  const answer = await stage.server.ask(method, `${path}${credential.query ?? ''}`, asked);
  expect(answer.status, `${credential.name}: ${answer.text}`).toBe(status);
  expect(answer.json, credential.name).toMatchObject({ error: expect.any(String), code: expect.any(String) });
  if (status === 401) expect(answer.headers.get('www-authenticate'), credential.name).toMatch(/^Bearer/);
  expectNothingOf(ada, answer.text, credential.name);
}

/** As the other resident: the answer without what always differs. */
async function asEve(
  id: OperationId,
  inPath: Resident['ids'],
  inBody = inPath,
): Promise<{ status: number; text: string }> {
  const [, declaration] = everyOperation.find(([name]) => name === id) ?? [];
  const { path, options } = requestOf(id, inPath, inBody);
  const prefer = { prefer: 'respond-async' };
  const answer = await stage.server.ask(declaration?.method ?? 'GET', path, {
    ...options,
    as: eve.accessToken,
    headers: prefer,
  });
  return { status: answer.status, text: withoutIds(answer.text) };
}

function expectNothingOf(resident: Resident, text: string, where: string): void {
  const hers = [resident.marker, resident.email, resident.userId, resident.apiToken, ...idsOf(resident)];
  for (const secret of hers) expect(text, where).not.toContain(secret);
}

const idsOf = ({ ids }: Resident): readonly string[] => Object.values(ids).filter((id) => id.length > 10);

async function tokenWith(resident: Resident, scopes: readonly Scope[]): Promise<{ token: string; id: string }> {
  const answer = await as(stage.api, resident.accessToken).post('/tokens', { name: 'x', scopes });
  const { token, meta } = jsonOf(answer, 201);
  return { token, id: meta.id };
}

/** Every kind of credential that is not enough, with what it meets. */
async function insufficient(resident: Resident): Promise<readonly Credential[]> {
  const { server, api } = stage;
  const { kysely } = server.world.database;
  const past = new Date(Date.now() - 60_000);
  const signIn = async () => {
    const answer = await api.post('/auth/login', { email: resident.email, password: PASSWORD }, { as: null });
    return jsonOf(answer) as { accessToken: string; refreshToken: string };
  };

  const expired = await tokenWith(resident, SCOPES);
  await kysely.updateTable('api_token').set({ expires_at: past }).where('id', '=', expired.id).execute();
  const revoked = await tokenWith(resident, SCOPES);
  await as(api, resident.accessToken).del(`/tokens/${revoked.id}`);
  const old = await signIn();
  const left = await signIn();
  await as(api, left.accessToken).post('/auth/logout');
  const sessions = await kysely.selectFrom('session').selectAll().orderBy('created_at', 'asc').execute();
  const oldId = sessions.findLast(({ user_id, revoked_at }) => user_id === resident.userId && revoked_at === null)?.id;
  await kysely
    .updateTable('session_secret')
    .set({ expires_at: past })
    .where('session_id', '=', oldId ?? '')
    .execute();
  const signed = jsonOf(await as(api, resident.accessToken).post(`/media/${resident.ids.takeId}/sign`));
  const signature = `?${pathOf(signed.url).split('?')[1] ?? ''}`;

  const never = () => 401 as const;
  const bearer = (name: string, token: string): Credential => ({ name, options: { as: token }, refused: never });
  const header = (name: string, authorization: string): Credential => ({
    name,
    options: { as: null, headers: { authorization } },
    refused: never,
  });
  const isFile = ({ answer, method }: Operation): boolean => answer.kind === 'file' && method === 'GET';
  const lacking = await Promise.all(
    SCOPES.map(async (scope): Promise<readonly Credential[]> => {
      const { token } = await tokenWith(
        resident,
        SCOPES.filter((one) => one !== scope),
      );
      const refused = ({ access }: Operation) => (access === scope ? (403 as const) : null);
      return [
        { name: `every scope but ${scope}`, options: { as: token }, refused },
        {
          name: `every scope but ${scope}, in the address`,
          options: { as: null },
          query: `?token=${token}`,
          refused: (declaration) => (isFile(declaration) ? refused(declaration) : 401),
        },
      ];
    }),
  );
  const alone = [...single].map(([scope, token]): Credential => ({
    name: `the scope ${scope} alone`,
    options: { as: token },
    refused: ({ access }) => (access === 'any' || access === scope ? null : 403),
  }));
  return [
    { name: 'none', options: { as: null }, refused: never },
    bearer('words', 'nonsense'),
    bearer('a token that nobody has', `sw_${'A'.repeat(43)}`),
    bearer('a token and a letter', `${resident.apiToken}A`),
    bearer('a token without its last letter', resident.apiToken.slice(0, -1)),
    bearer('a book', 'a'.repeat(8000)),
    header('no token', 'Bearer '),
    header('another scheme', `Basic ${Buffer.from(`${resident.email}:${PASSWORD}`).toString('base64')}`),
    header('the token without a scheme', resident.apiToken),
    bearer('an API token that has expired', expired.token),
    bearer('an API token that was revoked', revoked.token),
    bearer('a session that has expired', old.accessToken),
    bearer('a session that was left', left.accessToken),
    bearer('a refresh token', resident.refreshToken),
    {
      name: 'a person’s token in the address',
      options: { as: null },
      query: `?token=${resident.accessToken}`,
      refused: never,
    },
    {
      name: 'a signature of another address',
      options: { as: null },
      query: signature,
      refused: never,
    },
    {
      name: 'a token where a person is needed',
      options: { as: resident.apiToken },
      refused: ({ access }) => (access === 'user' ? 403 : null),
    },
    ...['https://evil.example', 'null'].map((origin): Credential => ({
      name: `a cookie sent from ${origin}`,
      options: { as: null, headers: { cookie: resident.cookie, origin } },
      refused: ({ method }) => (method === 'GET' ? null : 403),
    })),
    {
      name: 'a cookie sent across sites',
      options: { as: null, headers: { cookie: resident.cookie, 'sec-fetch-site': 'cross-site' } },
      refused: ({ method }) => (method === 'GET' ? null : 403),
    },
    ...lacking.flat(),
    ...alone,
  ];
}
