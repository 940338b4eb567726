import { expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import { openTestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const ROUNDS = 8; // two that waited for each other were met within these, on a server
const ROUNDS_EMBEDDED = 2; // one transaction at a time: there is little to be seen
const SCENES = [0, 1, 2, 3];
const headers = { 'x-image-provider': 'vendor', 'x-api-key': 'sk-at-once-0123456789', prefer: 'respond-async' };
const price = { unit: 'image', microUsd: 40, asOf: '2026-11-21', source: 'this test' } as const;

describeOnEachEngine('pictures that are started at once', (_, newPlace) => {
  test('one by one and all together, under a budget, while others are kept and the script changes: nobody waits in a circle', async () => {
    const providers = someVendors().providers.map((provider) => ({
      ...provider,
      models: provider.models.map((model) => (model.id === 'painter-1' ? { ...model, prices: [price] } : model)),
    }));
    const place = await newPlace();
    await using server = await openTestServer(place, 'all', {}, { providers });
    const path = `/projects/${(await server.ask('POST', '/projects', { body: {} })).json.id}/works`;
    const body = { resolution: { width: 64, height: 64 } };
    const at = `${path}/${(await server.ask('POST', path, { body })).json.id}`;
    const write = (words: string) => {
      const scenes = SCENES.map((index) => ({ image_prompt: `${words} ${index}`, duration_seconds: 1 }));
      return server.ask('PUT', at, { body: { scenes } });
    };
    expect(await write('first')).toMatchObject({ status: 200 });
    const budget = { limitMicroUsd: 100_000_000, period: 'total' };
    expect(await server.ask('PUT', `${at}/budget`, { body: budget })).toMatchObject({ status: 200 });
    const statuses = new Set<number>();
    const rounds = place.url === undefined ? ROUNDS_EMBEDDED : ROUNDS;
    for (let round = 0; round < rounds; round++) {
      const asks = SCENES.flatMap((index) => [
        server.ask('POST', `${at}/generate/scene/${index}/image`, { headers, body: { variants: 2 } }),
        server.ask('POST', `${at}/generate/images`, { headers, body: { only: 'both' } }),
        write(`${round} ${index}`),
      ]);
      for (const { status } of await Promise.all(asks)) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 202]));
  }, 300_000);
});
