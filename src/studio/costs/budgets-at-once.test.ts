import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { balanceOfBudget, lockBudgets, putBudget, type BudgetTarget } from '#store/budgets.ts';
import type { Database } from '#store/database/open-database.ts';
import { insertGeneration } from '#store/generations.ts';
import type { Actor } from '../actor.ts';
import { describeOnEachEngine, isDeep } from '../../../test/engines.ts';
import { aGeneration, anOwner, newId } from '../../../test/stored-rows.ts';
import { releaseCost } from './release-cost.ts';
import { reserveCosts } from './reserve-costs.ts';
import { settleCost } from './settle-cost.ts';

/*
 * Many callers at once, in any order: they start what costs money, are billed for it or not, and move limits. A limit is
 * never moved below what is used, so that at no moment more may be spent and held than it says.
 */

const LANES = 8;
const RUNS = isDeep ? 40 : 4;
const amount = fc.integer({ min: 1, max: 400 });

/** What a caller does; `of` chooses among what has been started, `on` among the budgets. */
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('start' as const), who: fc.nat(2), where: fc.nat(3), most: amount }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle'),
      of: fc.nat(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle-untold' as const), of: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), of: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('limit' as const), on: fc.nat(), limit: fc.nat(2000) }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

describeOnEachEngine('budgets with many at once', (open) => {
  let database: Database;
  let workspaceId: string;
  beforeAll(async () => {
    database = await open();
    ({ workspaceId } = await anOwner(database.kysely));
  });

  test('no order of events passes a cap, and nothing stays held when all is over', { timeout: 300_000 }, async () => {
    let refused = 0;
    let started = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 24, maxLength: 72 }), async (acts) => {
        const run = await playedBy(acts);
        refused += run.refused;
        started += run.started;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(Math.min(refused, started), 'caps that refuse nothing, or everything, prove nothing').toBeGreaterThanOrEqual(
      RUNS / 4,
    );
  });

  async function playedBy(acts: readonly Act[]): Promise<{ readonly refused: number; readonly started: number }> {
    const place = aPlace();
    const person = { id: place.userId, email: null, name: 'Ada', password_hash: null };
    await database.kysely.insertInto('user').values(person).execute();
    for (const target of place.targets) {
      await putBudget(database.kysely, { ...target, workspaceId, limitMicroUsd: 1000, period: 'total' });
    }
    const open = new Map<string, number>();
    let spent = 0;
    let refused = 0;
    let started = 0;

    const act = async (one: Act): Promise<void> => {
      switch (one.kind) {
        case 'start': {
          const [actor, where] = [place.actors[one.who], place.wheres[one.where]];
          if (!actor || !where) throw new Error('there is no such actor or place');
          const asked = { createdBy: actor.userId, tokenId: actor.tokenId ?? null, ...where };
          const generation = aGeneration(workspaceId, { ...asked, estimateMicroUsd: one.most });
          const { id: generationId, provider, model, role } = generation;
          const estimate = { atMostMicroUsd: one.most };
          try {
            await database.transaction(async (trx) => {
              await reserveCosts(trx, actor, [{ generationId, ...where, provider, model, role, estimate }]);
              await insertGeneration(trx, generation);
            });
            open.set(generation.id, one.most);
            started += 1;
          } catch (error) {
            if (!(error instanceof Problem) || error.code !== 'budget_exceeded') throw error;
            refused += 1;
          }
          return;
        }
        case 'settle':
        case 'settle-untold':
        case 'release': {
          const [id, most] = [...open][one.of % open.size] ?? [];
          if (id === undefined || most === undefined) return;
          open.delete(id);
          const cost = one.kind === 'settle' ? Math.floor(most * one.share) : null;
          const end = () =>
            database.transaction(async (trx) => {
              if (one.kind === 'release') await releaseCost(trx, { id });
              else await settleCost(trx, { id }, cost, () => undefined);
            });
          await Promise.all([end(), end()]); // twice at once is once
          if (one.kind !== 'release') spent += cost ?? most;
          return;
        }
        case 'limit': {
          const target = place.targets[one.on % place.targets.length];
          await database.transaction(async (trx) => {
            const [budget] = target ? await lockBudgets(trx, [target]) : [];
            if (!budget) return;
            const { heldMicroUsd, spentMicroUsd } = await balanceOfBudget(trx, budget);
            await putBudget(trx, { ...budget, limitMicroUsd: Math.max(one.limit, heldMicroUsd + spentMicroUsd) });
          });
          return;
        }
      }
    };

    const left = [...acts];
    const lane = async (): Promise<void> => {
      for (let one = left.shift(); one; one = left.shift()) {
        await act(one);
        expect(await passed(place.targets)).toEqual([]);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));

    for (const id of open.keys()) await database.transaction((trx) => releaseCost(trx, { id }));
    expect(await sums(place)).toEqual({ held: 0, spent });
    return { refused, started };
  }

  /** Budgets of which more is spent and held than they allow, seen in one look. */
  async function passed(targets: readonly BudgetTarget[]): Promise<unknown[]> {
    const ids = targets.map(({ targetId }) => targetId);
    const { rows } = await sql`
        select target_kind, limit_micro_usd, sum(micro_usd) as used from budget join ledger on target_id in
          (ledger.user_id, ledger.project_id, ledger.work_id, ledger.token_id)
        where target_id = any(${ids}) group by target_kind, target_id, limit_micro_usd
        having sum(micro_usd) > limit_micro_usd`.execute(database.kysely);
    return rows;
  }

  async function sums({ userId }: { readonly userId: string }): Promise<unknown> {
    const { rows } = await sql`
        select coalesce(sum(micro_usd) filter (where kind in ('reserve', 'release')), 0)::int as held,
          coalesce(sum(micro_usd) filter (where kind in ('spend', 'refund')), 0)::int as spent
        from ledger where project_id in (select project_id from ledger where user_id = ${userId})`.execute(
      database.kysely,
    );
    return rows[0];
  }

  /** A user with two API tokens, two projects and two works in each, all with a budget but the last work. */
  function aPlace() {
    const userId = newId('user');
    const [tokenA, tokenB, one, other] = [newId('token'), newId('token'), newId('project'), newId('project')];
    const works = [newId('work'), newId('work'), newId('work'), newId('work')] as const;
    const on = (targetKind: BudgetTarget['targetKind'], targetId: string): BudgetTarget => ({ targetKind, targetId });
    const actor = { userId, workspaceId };
    return {
      userId,
      actors: [actor, { ...actor, tokenId: tokenA }, { ...actor, tokenId: tokenB }] as readonly Actor[],
      wheres: [
        { projectId: one, workId: works[0] },
        { projectId: one, workId: works[1] },
        { projectId: other, workId: works[2] },
        { projectId: other, workId: works[3] },
      ],
      targets: [
        on('user', userId),
        on('token', tokenA),
        on('token', tokenB),
        on('project', one),
        on('project', other),
        ...works.slice(0, 3).map((id) => on('work', id)),
      ],
    };
  }
});
