import { Problem } from '#contract/problems.ts';
import type { SignedIn } from '#contract/session.ts';
import { writeAudit } from '#store/audit.ts';
import type { Trx } from '#store/database/tables.ts';
import { claimLocalOwner, hasAccounts, insertAccount, lockAccounts, type UserRow } from '#store/users.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { takeRegisterAttempt } from './attempt-rules.ts';
import { hashPassword } from './hash-password.ts';
import { openSession } from './open-session.ts';
import { userOf } from './user-of.ts';
import type { Visitor } from './visitor.ts';

/** What somebody opens an account with. */
export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

type Needs = Pick<World, 'database' | 'clock' | 'random' | 'owner' | 'accounts'>;

/**
 * Opens an account with a workspace of its own and signs in; the first one gets the local owner's, with what is in it.
 *
 * @throws Problem `registration_closed`, `email_taken`, `rate_limited`
 */
export async function register(world: Needs, registration: Registration, visitor: Visitor): Promise<SignedIn> {
  const { registration: policy, attempts } = world.accounts;
  if (policy === 'closed') throw new Problem('registration_closed');
  takeRegisterAttempt(attempts, visitor.ip);
  if (policy === 'first' && (await hasAccounts(world.database.kysely))) throw new Problem('registration_closed');

  const { email, name } = registration;
  const account = { email, name, passwordHash: await hashPassword(registration.password) };
  return world.database.transaction(async (trx) => {
    await lockAccounts(trx);
    const isFirst = !(await hasAccounts(trx));
    if (policy === 'first' && !isFirst) throw new Problem('registration_closed');
    const { user, actor } = await store(world, trx, account, isFirst);
    const { sessionId, tokens } = await openSession(world, trx, actor, visitor);
    await writeAudit(trx, { ...actor, credential: 'none', verb: 'register', target: sessionId });
    return { user: userOf(user), ...tokens };
  });
}

async function store(
  world: Needs,
  trx: Trx,
  account: Parameters<typeof claimLocalOwner>[2],
  isFirst: boolean,
): Promise<{ readonly user: UserRow; readonly actor: Actor }> {
  const claimed = isFirst ? await claimLocalOwner(trx, world.owner, account) : null;
  if (claimed !== null) return { user: claimed, actor: world.owner };
  const actor = { userId: newId(world, 'user'), workspaceId: newId(world, 'workspace') };
  const user = await insertAccount(trx, { ...account, ...actor });
  if (user === null) throw new Problem('email_taken');
  return { user, actor };
}
