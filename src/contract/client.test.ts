import { expect, test } from 'vitest';
import { createClient, etagOf, type ClientAnswer, type ClientRequest } from './client.ts';
import { operations } from './operations.ts';
import { routesOf } from './route.ts';
import { exampleAsset, exampleIds, exampleWork } from './example-things.ts';

/** A client whose requests are looked at, and answered with what a test says. */
function clientOf(answer: ClientAnswer) {
  const sent: ClientRequest[] = [];
  const client = createClient(async (request) => {
    sent.push(request);
    return answer;
  }, routesOf(operations));
  return { client, sent };
}

const { projectId, workId } = exampleIds;

test('an input is spread over path, query, headers and body by the declaration', async () => {
  const { client, sent } = clientOf({ body: {} });
  await client.listAssets({ projectId, type: 'image', limit: 5 });
  await client.approveScene({ projectId, workId, sceneIndex: 2, animate: true, 'x-model-id': 'gen-1' });
  expect(sent).toEqual([
    {
      operationId: 'listAssets',
      method: 'GET',
      path: `/projects/${projectId}/assets?limit=5&type=image`,
      headers: {},
      body: undefined,
    },
    {
      operationId: 'approveScene',
      method: 'POST',
      path: `/projects/${projectId}/works/${workId}/scenes/2/approve`,
      headers: { 'x-model-id': 'gen-1' },
      body: { animate: true },
    },
  ]);
});

test('a file is handed over as it is, with its field and the texts beside it', async () => {
  const { client, sent } = clientOf({ body: exampleAsset });
  const file = { name: 'bottle.jpg', content: new Blob(['x'], { type: 'image/jpeg' }) };
  await client.uploadAsset({ projectId, name: 'Bottle', file });
  expect(sent[0]).toMatchObject({ file: { ...file, field: 'file' }, body: { name: 'Bottle' } });
});

test('what was read is changed only if nobody was faster', async () => {
  const { client, sent } = clientOf({ body: { ...exampleWork }, etag: '"3"' });
  const work = await client.getWork({ projectId, workId });
  const etag = etagOf(work);
  await client.updateWork(
    { projectId, workId, name: 'New' },
    { ...(etag ? { ifMatch: etag } : {}), idempotencyKey: 'k' },
  );
  expect(sent[1]).toMatchObject({ headers: { 'if-match': '"3"', 'idempotency-key': 'k' }, body: { name: 'New' } });
});

test('what would wait for a job can be told not to', async () => {
  const { client, sent } = clientOf({ body: { jobId: 'job_1' } });
  const { jobId } = await client.writeScenario({ projectId, workId }, { async: true });
  expect([jobId, sent[0]?.headers]).toEqual(['job_1', { prefer: 'respond-async' }]);
});
