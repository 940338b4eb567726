import { expect, test } from 'vitest';
import { smallResults } from './chaos/media.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { describeOnEachEngine } from './engines.ts';
import { seed } from './seed.ts';

const KILLS = 15; // a hundred by hand: bench/chaos.ts

describeOnEachEngine('the product, killed while a vendor is at work', (_, newPlace) => {
  test('nothing is paid twice and nothing with a receipt is lost, by one worker or two', async () => {
    const results = await smallResults();
    const first = await newPlace();
    const places = { 1: first, ...(first.url === undefined ? {} : { 2: await newPlace() }) }; // one process owns an embedded database
    for (const [workers, place] of Object.entries(places)) {
      console.log(`seed ${seed} (TEST_SEED), workers: ${workers}`);
      const report = await runChaos({ place, kills: KILLS, workers: workers === '2' ? 2 : 1, seed, ...results });
      console.log(JSON.stringify(report));
      expect(report).toMatchObject({ twice: [], lost: [], stranded: [], unexplained: [] });
      expect(report.generations.done).toBeGreaterThan(0);
    }
  }, 900_000);
});
