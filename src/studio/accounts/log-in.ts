import { Problem } from '#contract/problems.ts';
import type { SignedIn } from '#contract/session.ts';
import { writeAudit } from '#store/audit.ts';
import { getAccount } from '#store/users.ts';
import type { World } from '../world.ts';
import { takeLoginAttempt } from './attempt-rules.ts';
import { isPassword } from './hash-password.ts';
import { openSession } from './open-session.ts';
import { userOf } from './user-of.ts';
import type { Visitor } from './visitor.ts';

/**
 * Signs in; where there is no such account it takes as long and says the same.
 *
 * @throws Problem `invalid_credentials`, `rate_limited`
 */
export async function logIn(
  world: Pick<World, 'database' | 'clock' | 'random' | 'accounts'>,
  claim: { readonly email: string; readonly password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const wasRight = takeLoginAttempt(world.accounts.attempts, claim.email, visitor.ip);
  const account = await getAccount(world.database.kysely, claim.email);
  if (!(await isPassword(account?.user.passwordHash ?? null, claim.password)) || account === null) {
    await writeAudit(world.database.kysely, {
      workspaceId: account?.workspaceId ?? null,
      userId: account?.user.id ?? null,
      credential: 'none',
      verb: 'login_failed',
      target: null,
    });
    throw new Problem('invalid_credentials', { advice: 'Check the email address and the password.' });
  }
  wasRight();
  const actor = { userId: account.user.id, workspaceId: account.workspaceId };
  return world.database.transaction(async (trx) => {
    const { sessionId, tokens } = await openSession(world, trx, actor, visitor);
    await writeAudit(trx, { ...actor, credential: 'none', verb: 'login', target: sessionId });
    return { user: userOf(account.user), ...tokens };
  });
}
