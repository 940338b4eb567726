import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertGeneration } from '#store/generations.ts';
import { apiOf, aProject, jsonOf, type Api } from '../../test/api/api.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { aGeneration } from '../../test/stored-rows.ts';

const GONE = 'gemini-2.5-flash-image';

let server: TestServer;
let api: Api;
beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
  api = apiOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const asks = async (projectId: string, model: string): Promise<void> => {
  const { owner, database } = server.world;
  const of = { provider: 'gemini', role: 'image', model, projectId } as const;
  await insertGeneration(database.kysely, aGeneration(owner.workspaceId, of));
};

test('a default that was switched off is named with its replacement and the projects that asked for it last', async () => {
  expect(jsonOf(await api.get('/settings/retired-models'))).toEqual([]);
  jsonOf(await api.put('/settings/providers/gemini', { models: { image: GONE } }));
  const gone = {
    provider: 'gemini',
    providerName: 'Google Gemini',
    role: 'image',
    model: GONE,
    retiredAt: Date.UTC(2026, 9, 2),
    isRetired: true,
    replacedBy: 'gemini-nano-banana-2.1',
    isDefault: true,
  };
  expect(jsonOf(await api.get('/settings/retired-models'))).toEqual([{ ...gone, projects: [] }]);

  const still = await aProject(api, { name: 'Still' });
  const left = await aProject(api, { name: 'Left' });
  const trashed = await aProject(api);
  for (const { id } of [still, left, trashed]) await asks(id, GONE);
  await asks(left.id, 'gemini-nano-banana-2.1');
  jsonOf(await api.post(`${trashed.path}/trash`));
  const projects = [{ id: still.id, name: 'Still' }];
  expect(jsonOf(await api.get('/settings/retired-models'))).toEqual([{ ...gone, projects }]);

  // Another default from now on: what was asked before is over, what names the old one is not.
  jsonOf(await api.put('/settings/providers/gemini', { models: { image: 'gemini-nano-banana-2.1' } }));
  expect(jsonOf(await api.get('/settings/retired-models'))).toEqual([]);
  await asks(still.id, GONE);
  expect(jsonOf(await api.get('/settings/retired-models'))).toEqual([{ ...gone, isDefault: false, projects }]);
});
