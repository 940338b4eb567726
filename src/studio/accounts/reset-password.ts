import { Problem } from '#contract/problems.ts';
import { writeAudit } from '#store/audit.ts';
import { revokeSessions } from '#store/sessions.ts';
import { getAccount, setPasswordHash } from '#store/users.ts';
import type { World } from '../world.ts';
import { hashPassword } from './hash-password.ts';

const PASSWORD_BYTES = 15; // 20 characters, 120 bits

/**
 * Gives an account a new random password and ends every session; for whoever runs the machine, never behind a door.
 *
 * @returns the password
 * @throws Problem `not_found`
 */
export async function resetPassword(
  world: Pick<World, 'database' | 'random' | 'accounts'>,
  email: string,
): Promise<string> {
  const account = await getAccount(world.database.kysely, email);
  if (account === null) throw new Problem('not_found', { what: 'account with this email address' });
  const password = Buffer.from(world.random.bytes(PASSWORD_BYTES)).toString('base64url');
  const passwordHash = await hashPassword(password);
  const { user, workspaceId } = account;
  await world.database.transaction(async (trx) => {
    await setPasswordHash(trx, user.id, passwordHash);
    await revokeSessions(trx, { userId: user.id });
    const line = { userId: user.id, workspaceId, credential: 'local', target: user.id } as const;
    await writeAudit(trx, { ...line, verb: 'password_reset' });
  });
  world.accounts.credentials.forget();
  return password;
}
