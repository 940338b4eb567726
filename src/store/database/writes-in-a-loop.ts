import { openDatabase } from './open-database.ts';

/*
 * For durability.test.ts, as a process of its own that is killed: stores one row after another and says each number once
 * the database has acknowledged it.
 */
const directory = process.argv[2];
if (directory === undefined) throw new Error('usage: writes-in-a-loop.ts <data directory>');

const database = await openDatabase({ directory, log: () => undefined });
process.stdout.write('open\n');
const { seq } = await database.kysely
  .selectFrom('audit')
  .select((select) => select.fn.coalesce(select.fn.max('id'), select.lit(0)).as('seq'))
  .executeTakeFirstOrThrow();
for (let number = Number(seq) + 1; ; number++) {
  await database.kysely
    .insertInto('audit')
    .values({ id: number, credential: 'test', verb: 'write', target: 'x'.repeat(500) })
    .execute();
  process.stdout.write(`${number}\n`);
}
