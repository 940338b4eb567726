import { describe, expect, test } from 'vitest';
import { smallResults } from './chaos/media.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { describeOnEachEngine, type Place } from './engines.ts';

const KILLS = 15; // a hundred by hand: bench/chaos.ts

const workers = { embedded: [1], server: [1, 2] } as const;

describe('a vendor is at work', () => {
  describeOnEachEngine('and the product is killed', (_, newPlace) => {
    for (const count of [1, 2] as const) {
      test(`with ${count === 1 ? 'one worker' : 'two workers'}: nothing is paid twice, nothing with a receipt is lost`, async ({
        skip,
      }) => {
        const place: Place = await newPlace();
        const allowed: readonly number[] = workers[place.url === undefined ? 'embedded' : 'server'];
        skip(!allowed.includes(count), 'an embedded database belongs to one process');
        const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1e6);
        console.log(`seed ${seed} (TEST_SEED)`);
        const report = await runChaos({ place, kills: KILLS, workers: count, seed, ...(await smallResults()) });
        console.log(JSON.stringify(report));
        expect(report).toMatchObject({ twice: [], lost: [], stranded: [], unexplained: [] });
        expect(report.generations.done).toBeGreaterThan(0);
      }, 600_000);
    }
  });
});
