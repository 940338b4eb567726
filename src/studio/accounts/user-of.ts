import type { User } from '#contract/user.ts';
import type { UserRow } from '#store/users.ts';

/** A stored user as clients see it. */
export function userOf(row: UserRow): User {
  const { id, email, name, createdAt, updatedAt } = row;
  return { id, email, name, createdAt, updatedAt };
}
