import { hash, verify } from '@node-rs/argon2';

// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: argon2id (the package's default)
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a random password that nobody has: what is checked where there is no account, so that it takes as long. */
const OF_NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$DY5cp1xe0KFa6HOHI5mjcA$dig8KDQTQZpo9URQA2IEn67CT7YMIlJPexltjhixiI0';

/** A password as it may be stored: argon2id in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether a password is the one; with null, false, in the same time. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? OF_NOBODY, password.normalize('NFC'));
  return isRight && passwordHash !== null;
}
