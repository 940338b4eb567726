import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue, type QueueBackend } from '#jobs/open-queue.ts';
import { openDatabase } from '#store/database/open-database.ts';
import type { Place } from './engines.ts';

/*
 * A process that works on a queue until it is killed. Arguments: the place of the database, a journal to write into.
 * A job is {name, ms}; the journal gets `open`, `start name`, `end name`, each with its time.
 */

const [place, journal] = [JSON.parse(process.argv[2] ?? '') as Place, process.argv[3] ?? ''];
const write = (line: string): void => appendFileSync(journal, `${String(Date.now())} ${line}\n`);
const log = (): void => undefined;

const database = await openDatabase({ ...place, log });
const backend: QueueBackend = database.pglite
  ? { engine: 'embedded', pglite: database.pglite }
  : { engine: 'server', connectionString: database.connectionString ?? '' };
const queue = await openQueue({ backend, queues: { work: { retryLimit: 0, retryDelayS: 1 } }, log });
write('open');
queue.work(
  {
    work: async ({ payload }) => {
      write(`start ${String(payload['name'])}`);
      await sleep(Number(payload['ms']));
      write(`end ${String(payload['name'])}`);
      return { status: 'done' };
    },
  },
  { concurrency: { work: 2 } },
);
