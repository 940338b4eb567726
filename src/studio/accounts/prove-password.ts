import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { takeLoginAttempt } from './attempt-rules.ts';
import { findUser } from './find-user.ts';
import { isPassword } from './hash-password.ts';
import type { Visitor } from './visitor.ts';

/**
 * Lets pass who knows the password, before what a stolen session must not do.
 *
 * @throws Problem `wrong_password`, `rate_limited`
 */
export async function provePassword(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  password: string,
  visitor: Pick<Visitor, 'ip'>,
): Promise<void> {
  const wasRight = takeLoginAttempt(world.accounts.attempts, actor.userId, visitor.ip);
  const { passwordHash } = await findUser(world, actor);
  if (!(await isPassword(passwordHash, password))) throw new Problem('wrong_password');
  wasRight();
}
