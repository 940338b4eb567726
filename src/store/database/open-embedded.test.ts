import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newEmbeddedPlace } from '../../../test/engines.ts';
import { openEmbedded } from './open-embedded.ts';

const log = (): void => {};

test.each([
  ['empty', ''],
  ['half written', '-4'],
  ['garbage', 'garbage'],
])("a database whose process was killed while writing PostgreSQL's lock file opens again (%s)", async (_, left) => {
  const { directory } = await newEmbeddedPlace();
  await writeFile(join(directory, 'pg', 'postmaster.pid'), left);
  const opened = await openEmbedded({ directory, log });
  expect((await opened.pglite.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await opened.close();
});
