import { PGlite } from '@electric-sql/pglite';
import { appendFileSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';

/*
 * Where a process may be killed: right before and right after each statement that moves a generation, and at each step
 * of a call to the vendor. Looked at from below (the database drivers, the HTTP client), so that nothing in the product
 * knows of it, and written to a journal before it dies.
 */

/** The points a generation passes, in their order. */
export const KILL_POINTS = [
  'submitting:before',
  'submitting:after',
  'submit:created',
  'submit:sent',
  'submit:answered',
  'receipt:before',
  'receipt:after',
  'running:before',
  'running:after',
  'poll:sent',
  'poll:answered',
  'fetching:before',
  'fetching:after',
  'result:sent',
  'result:answered',
  'done:before',
  'done:after',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** Writes every point that is passed into the journal, and kills this process at one of them. */
export function armKillPoints(journal: string, kill: { readonly at: KillPoint; readonly pass: number } | null): void {
  let passes = 0;
  const reach = (point: KillPoint): void => {
    appendFileSync(journal, `${point}\n`);
    if (kill?.at !== point || ++passes < kill.pass) return;
    appendFileSync(journal, 'killed\n');
    process.kill(process.pid, 'SIGKILL');
  };
  watchDatabase(reach);
  watchCalls(reach);
}

type Reach = (point: KillPoint) => void;
type Query = (this: object, ...args: unknown[]) => Promise<unknown>;
interface Asking {
  query: Query;
}
type Transaction = (this: object, work: (trx: Asking) => Promise<unknown>) => Promise<unknown>;

/** `after` is after the commit, where the statement is part of a transaction. */
function watchDatabase(reach: Reach): void {
  const embedded = PGlite.prototype as unknown as Asking & { transaction: Transaction };
  embedded.query = watched(embedded.query, reach, (move) => reach(`${move}:after`));
  const transaction = embedded.transaction;
  embedded.transaction = async function (work) {
    const moves: Move[] = [];
    const answer = await transaction.call(this, (trx) => {
      trx.query = watched(trx.query, reach, (move) => moves.push(move));
      return work(trx);
    });
    for (const move of moves) reach(`${move}:after`);
    return answer;
  };

  const client = pg.Client.prototype as unknown as Asking;
  const moved = new WeakMap<object, Move[]>(); // of the transaction that a connection is in
  const query = client.query;
  const asked = watched(query, reach, () => undefined);
  client.query = function (...args) {
    const text = textOf(args).trim().toLowerCase();
    if (text.startsWith('begin')) moved.set(this, []);
    const move = moveOf(args);
    if (move !== null && moved.has(this)) moved.get(this)?.push(move);
    const answer = asked.apply(this, args);
    const isOver = text === 'commit' || text === 'rollback';
    const done = isOver ? (moved.get(this) ?? []) : move !== null && !moved.has(this) ? [move] : [];
    if (isOver) moved.delete(this);
    if (done.length === 0 || text === 'rollback') return answer; // some of its callers want the very promise
    return answer.then((rows) => {
      for (const one of done) reach(`${one}:after`);
      return rows;
    });
  };
}

function watched(query: Query, reach: Reach, after: (move: Move) => void): Query {
  return function (...args) {
    const move = moveOf(args);
    if (move === null) return query.apply(this, args);
    reach(`${move}:before`);
    return query.apply(this, args).then((answer) => {
      after(move);
      return answer;
    });
  };
}

function textOf([statement]: readonly unknown[]): string {
  return typeof statement === 'string' ? statement : ((statement as { text?: string } | undefined)?.text ?? '');
}

type Move = 'submitting' | 'receipt' | 'running' | 'fetching' | 'done';

/** What a statement does to a generation; null: nothing that counts. */
function moveOf(args: readonly unknown[]): Move | null {
  const text = textOf(args);
  if (!/^\s*update "generation" set/i.test(text)) return null;
  if (/"receipt" = /.test(text)) return 'receipt';
  const parameters: readonly unknown[] = Array.isArray(args[1]) ? args[1] : [];
  const states: readonly Move[] = ['submitting', 'running', 'fetching', 'done'];
  return states.find((state) => parameters[stateAt(text)] === state) ?? null;
}

/** The place of the parameter that the state is set to. */
function stateAt(text: string): number {
  return Number(/"state" = \$(\d+)/.exec(text)?.[1] ?? 0) - 1;
}

function watchCalls(reach: Reach): void {
  const on = (channel: string, step: 'created' | 'sent' | 'answered'): void =>
    subscribe(channel, (message) => {
      const { request } = message as { readonly request: { readonly method: string; readonly path: string } };
      if (request.method === 'POST') reach(`submit:${step}`);
      else if (step === 'created') return;
      else reach(request.path.startsWith('/results/') ? `result:${step}` : `poll:${step}`);
    });
  on('undici:request:create', 'created');
  on('undici:request:bodySent', 'sent');
  on('undici:request:headers', 'answered');
}
