import { spawn } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomFrom } from '#providers/local/picture/random.ts';
import { listGenerations } from '#store/generations.ts';
import { listTakes } from '#store/takes.ts';
import { newEmbeddedPlace } from './engines.ts';
import { openTestWorld } from './open-test-world.ts';
import { seed } from './seed.ts';

const KILLS = 10;
const main = join(import.meta.dirname, '../src/cli/main.ts');

/** Runs `make` to its end, or kills it with SIGKILL after some milliseconds. */
function make(directory: string, out: string, killAfterMs?: number): Promise<number | null> {
  const words = [
    'make',
    '--brief',
    'EcoBottle keeps water cold for 24 hours.',
    '--duration',
    '4',
    '--scenes',
    '4',
    '--resolution',
    '180x320',
  ];
  const child = spawn(process.execPath, [main, ...words, '--data', directory, '--out', out], { stdio: 'ignore' });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    }),
  );
}

test(`make, killed ${KILLS} times at random moments, is finished by the same command, and what was kept is not made again`, async () => {
  console.log(`seed ${seed} (TEST_SEED)`);
  const random = randomFrom(seed);
  const place = await newEmbeddedPlace();
  const out = join(place.directory, 'film.mp4');
  const finished = new Map<string, number>();

  for (let kill = 0; kill < KILLS; kill++) {
    // From before the database is open to well into the clips; never so long that the film is there.
    await make(place.directory, out, random.between(300, 4500));
    const { world } = await openTestWorld(place, 'api');
    const rows = await world.database.kysely
      .selectFrom('generation')
      .select(['id', 'attempts'])
      .where('state', '=', 'done')
      .execute();
    await world[Symbol.asyncDispose]();
    for (const { id, attempts } of rows) {
      expect(finished.get(id) ?? attempts, `${id} was asked for again after it was kept`).toBe(attempts);
      finished.set(id, attempts);
    }
  }
  expect(await make(place.directory, out)).toBe(0);
  await access(out);
  expect((await readdir(place.directory)).filter((name) => name.includes('.part'))).toEqual([]);

  const { world } = await openTestWorld(place, 'api');
  const works = await world.database.kysely.selectFrom('work').select('id').execute();
  expect(works).toHaveLength(1);
  const workId = works[0]?.id ?? '';
  const generations = await listGenerations(world.database.kysely, { workId });
  const takes = await listTakes(world.database.kysely, { workId });
  // One scenario, and one picture and one clip a scene: the calls that brought something are as many as the film needs.
  expect(
    generations
      .filter(({ state }) => state === 'done')
      .map(({ role }) => role)
      .toSorted(),
  ).toEqual([...Array<string>(4).fill('image'), 'llm', ...Array<string>(4).fill('video')]);
  expect(generations.filter(({ state }) => state !== 'done')).toEqual([]);
  expect(takes).toHaveLength(8);
  const calls = generations.reduce((sum, { attempts }) => sum + attempts, 0);
  // Asked for again was at most what ran in the moment of a kill: so many pictures and so many clips as there are cores.
  expect(calls - generations.length).toBeLessThanOrEqual(KILLS * 2 * availableParallelism());
  await world[Symbol.asyncDispose]();
}, 240_000);
