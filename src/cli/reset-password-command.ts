import { z } from 'zod';
import { Email } from '#contract/user.ts';
import { Problem } from '#contract/problems.ts';
import { readConfig } from '#server/config.ts';
import { openWorld } from '#server/world.ts';
import { resetPassword } from '#studio/accounts/reset-password.ts';

/**
 * Gives an account a new password and prints it; every session of it ends.
 *
 * For whoever can read the data directory or the database, who could change the account anyway.
 */
export async function resetPasswordCommand(
  output: { write(text: string): unknown },
  typed: { readonly email: string; readonly json: boolean },
): Promise<void> {
  const { data: email, error } = Email.safeParse(typed.email);
  if (error) throw new Problem('invalid_input', { reason: `the address: ${z.prettifyError(error)}` });
  // A door only: nothing that waits in the queue is begun by asking for a password.
  await using world = await openWorld({ ...readConfig(), role: 'api' }, { log: () => {} });
  const password = await resetPassword(world, email);
  output.write(
    typed.json
      ? `${JSON.stringify({ email, password })}\n`
      : `New password of ${email}: ${password}\nEvery session was ended. Sign in with it, then choose your own.\n`,
  );
}
