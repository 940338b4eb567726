import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { smallResults } from '../test/chaos/media.ts';
import { runChaos, type ChaosPlan, type ChaosReport } from '../test/chaos/run-chaos.ts';
import { postgresServer } from '../test/postgres-server.ts';

/*
 * The product under kill -9 while a vendor is at work for it: what is asked for twice, lost, or left in doubt.
 *
 *   node bench/chaos.ts [kills] [seed]      100 kills unless said, on each of three set-ups
 *
 * The vendor keeps a log of what it was asked; it is the witness. Takes about five minutes for each set-up.
 */

const kills = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? Date.now() % 1e6);
const directory = mkdtempSync(join(tmpdir(), 'scenewright-chaos-'));
console.log(`seed ${seed}`);
let failed = false;
try {
  const results = await smallResults();
  const embedded = { directory: mkdtempSync(join(directory, 'embedded-')) };
  await under('embedded, one worker', { place: embedded, workers: 1, ...results });
  const server = await postgresServer(directory);
  if ('reason' in server) {
    console.log(`PostgreSQL: skipped (${server.reason})`);
  } else {
    await under('PostgreSQL, one worker', { place: await onServer(server.url), workers: 1, ...results });
    await under('PostgreSQL, two workers', { place: await onServer(server.url), workers: 2, ...results });
  }
} finally {
  await stopPostgres();
  rmSync(directory, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

async function under(what: string, plan: Pick<ChaosPlan, 'place' | 'workers' | 'picture' | 'clip'>): Promise<void> {
  const report = await runChaos({ ...plan, kills, seed, tell: (line) => console.log(`  ${line}`) });
  console.log(`\n${what}\n${lines(report).join('\n')}\n`);
  const { twice, lost, stranded, unexplained } = report;
  failed ||= [twice, lost, stranded, unexplained].some((list) => list.length > 0);
}

function lines(report: ChaosReport): string[] {
  const { generations, killedAt } = report;
  return [
    `  kills ${report.kills}: ${Object.entries(killedAt)
      .map(([point, times]) => `${point} ${times}`)
      .join(', ')}`,
    `  generations done ${generations.done}, uncertain ${generations.uncertain}`,
    `  of those the vendor saw ${report.seen}; killed between the intent and the socket ${report.unseen}`,
    `  submitted twice ${report.twice.length}, lost with a receipt ${report.lost.length}, stranded ${report.stranded.length}, unexplained ${report.unexplained.length}`,
    ...[...report.twice, ...report.lost, ...report.stranded, ...report.unexplained].map((id) => `    ${id}`),
  ];
}

async function onServer(url: string): Promise<ChaosPlan['place']> {
  const name = `chaos_${Math.floor(Math.random() * 1e9)}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return {
    directory: mkdtempSync(join(directory, 'server-')),
    url: url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`),
  };
}

/** It was started apart from us, so it has to be told. */
async function stopPostgres(): Promise<void> {
  const pidFile = await readFile(join(directory, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(pidFile.split('\n')[0]);
  if (pid > 1) process.kill(pid, 'SIGQUIT');
}
