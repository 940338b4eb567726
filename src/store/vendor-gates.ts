import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Trx } from './database/tables.ts';

/*
 * How fast a vendor is asked for one account, counted in the database so that it holds over all processes. An account has
 * so many places, each taken from the intent until the vendor is done with it, and a bucket of calls that fills by the minute.
 */

/** What an account may do at once, and in a minute; left out: as often as wanted. */
export interface GateLimits {
  readonly concurrent: number;
  readonly perMinute?: number | undefined;
  /** Jobs that may wait at the vendor, beyond those. */
  readonly ahead?: number | undefined;
}

/** How an account stands. */
export interface AccountLoad {
  readonly account: string;
  readonly provider: string;
  /** Calls of this provider that the vendor may be at work on. */
  readonly inFlight: number;
  /** Calls left in the bucket when it was last looked at, and how long ago that was; null: never. */
  readonly tokens: number | null;
  readonly sinceMs: number | null;
  /** 0: not blocked. */
  readonly blockedForMs: number;
  /** What its user says that the vendor lets them do at once; null: what is usual there. */
  readonly ownConcurrent: number | null;
}

const LOOK_AGAIN_MS = 250; // the queue holds back what has no place; only who lost a race for the last one comes here
const BURST_S = 6; // as many calls at once as come in this time: a minute never sees more than a tenth above its limit

/** Calls that may be made at once after a pause. */
export function burstOf(perMinute: number): number {
  return Math.max(1, (perMinute * BURST_S) / 60);
}

/** Jobs an account may have at the vendor, those that wait there included. */
export function placesOf(limits: GateLimits, ownConcurrent: number | null): number {
  return (ownConcurrent ?? limits.concurrent) + (limits.ahead ?? 0);
}

/** What a bucket holds now. */
export function refilled(tokens: number, sinceMs: number, perMinute: number): number {
  return Math.min(burstOf(perMinute), tokens + (Math.max(0, sinceMs) * perMinute) / 60_000);
}

/**
 * Passes the gate, in the transaction that writes down the intent to call: null, or the milliseconds to wait.
 *
 * The account stays locked until the commit, so that of two that see the last place one gets it.
 */
export async function passGate(trx: Trx, account: string, limits: GateLimits | undefined): Promise<number | null> {
  const { perMinute } = limits ?? {};
  const gate = await lockGate(trx, account, perMinute);
  if (gate.blockedForMs > 0) return gate.blockedForMs;
  if (limits === undefined) return null;
  if ((await inFlight(trx, account)) >= placesOf(limits, gate.ownConcurrent)) return LOOK_AGAIN_MS;
  if (perMinute === undefined) return null;
  const tokens = refilled(gate.tokens, gate.sinceMs, perMinute);
  if (tokens < 1) return ((1 - tokens) * 60_000) / perMinute;
  await writeTokens(trx, account, tokens - 1);
  return null;
}

/** Counts a further call of one that has its place; the bucket may go below nothing, and the next waits the longer. */
export async function countCall(trx: Trx, account: string, limits: GateLimits | undefined): Promise<void> {
  const { perMinute } = limits ?? {};
  if (perMinute === undefined) return;
  const gate = await lockGate(trx, account, perMinute);
  await writeTokens(trx, account, refilled(gate.tokens, gate.sinceMs, perMinute) - 1);
}

/** Leaves a vendor alone for a while, for everybody on the account; a longer block that is there stays. */
export async function blockAccount(db: Db, account: string, forMs: number): Promise<void> {
  const until = sql<Date>`clock_timestamp() + ${forMs} * interval '1 millisecond'`;
  await db
    .insertInto('vendor_gate')
    .values({ account, tokens: 0, blocked_until: until })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet({
        blocked_until: sql<Date>`greatest(vendor_gate.blocked_until, excluded.blocked_until)`,
      }),
    )
    .execute();
}

/** The accounts that something waits for, or is being made on. */
export async function listBusyAccounts(db: Db): Promise<readonly AccountLoad[]> {
  const { rows } = await sql<{
    account: string;
    provider: string;
    in_flight: number;
    tokens: number | null;
    since_ms: number | null;
    blocked_for_ms: number;
    own_concurrent: number | null;
  }>`
    select g.account, g.provider, g.in_flight, v.tokens, ${ownConcurrent(sql`g.account`)} as own_concurrent,
           (extract(epoch from clock_timestamp() - v.refilled_at) * 1000)::float8 as since_ms,
           greatest(0, coalesce(extract(epoch from v.blocked_until - clock_timestamp()) * 1000, 0))::float8 as blocked_for_ms
      from (select account, provider, (count(*) filter (where state in ('submitting', 'submitted', 'running')))::int as in_flight
              from generation
             where state not in ('done', 'failed', 'cancelled', 'uncertain') and account is not null
             group by account, provider) g
      left join vendor_gate v on v.account = g.account`.execute(db);
  return rows.map((row) => ({
    account: row.account,
    provider: row.provider,
    inFlight: row.in_flight,
    tokens: row.tokens,
    sinceMs: row.since_ms,
    blockedForMs: row.blocked_for_ms,
    ownConcurrent: row.own_concurrent,
  }));
}

async function lockGate(
  trx: Trx,
  account: string,
  perMinute: number | undefined,
): Promise<
  Pick<AccountLoad, 'blockedForMs' | 'ownConcurrent'> & { readonly tokens: number; readonly sinceMs: number }
> {
  await trx
    .insertInto('vendor_gate')
    .values({ account, tokens: perMinute === undefined ? 0 : burstOf(perMinute) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql<{
    tokens: number;
    since_ms: number;
    blocked_for_ms: number;
    own_concurrent: number | null;
  }>`
    select tokens, ${ownConcurrent(sql`account`)} as own_concurrent,
           (extract(epoch from clock_timestamp() - refilled_at) * 1000)::float8 as since_ms,
           greatest(0, coalesce(extract(epoch from blocked_until - clock_timestamp()) * 1000, 0))::float8 as blocked_for_ms
      from vendor_gate where account = ${account} for update`.execute(trx);
  const [gate] = rows;
  if (!gate) throw new Error(`the gate of ${account} is not there`);
  return {
    tokens: gate.tokens,
    sinceMs: gate.since_ms,
    blockedForMs: gate.blocked_for_ms,
    ownConcurrent: gate.own_concurrent,
  };
}

/** From the settings of the workspace whose account it is; an engine that everybody shares is nobody's to set. */
function ownConcurrent(account: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`(select max((s.settings ->> 'concurrent')::int) from provider_setting s
              where s.provider || ':' || s.workspace_id = ${account})`;
}

async function inFlight(trx: Trx, account: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from generation
     where account = ${account} and state in ('submitting', 'submitted', 'running')`.execute(trx);
  return rows[0]?.count ?? 0;
}

async function writeTokens(trx: Trx, account: string, tokens: number): Promise<void> {
  await trx
    .updateTable('vendor_gate')
    .set({ tokens, refilled_at: sql<Date>`clock_timestamp()` })
    .where('account', '=', account)
    .execute();
}
